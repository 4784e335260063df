import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import 'tui-presence/define';
import Page from './Page.vue';

console.log(await renderToString(createSSRApp(Page)));
