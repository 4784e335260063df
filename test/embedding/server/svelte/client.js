import { hydrate } from 'svelte';
import 'tui-presence/define';
import '../live.js';
import Page from './Page.svelte';

hydrate(Page, { target: document.querySelector('#app') });
