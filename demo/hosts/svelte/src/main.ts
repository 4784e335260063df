import { mount } from 'svelte';
import 'tui-presence/define';
import App from './App.svelte';
import { logIn } from './session.js';
import './app.css';

mount(App, { target: document.getElementById('app')! });
void logIn();
