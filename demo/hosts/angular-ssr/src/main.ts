import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { config } from './app/app.config';
import { logIn } from './app/session';

void bootstrapApplication(App, config);
void logIn();
