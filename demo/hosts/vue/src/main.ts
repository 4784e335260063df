import { createApp } from 'vue';
import 'tui-presence/define';
import App from './App.vue';
import { logIn } from './session.js';
import './app.css';

createApp(App).mount('#app');
void logIn();
