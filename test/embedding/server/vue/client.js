import { createSSRApp } from 'vue';
import 'tui-presence/define';
import '../live.js';
import Page from './Page.vue';

createSSRApp(Page).mount('#app');
