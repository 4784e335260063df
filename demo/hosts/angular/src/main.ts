import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'tui-presence/define';
import { App } from './app/app';
import { logIn } from './app/session';

void bootstrapApplication(App, { providers: [provideBrowserGlobalErrorListeners()] });
void logIn();
