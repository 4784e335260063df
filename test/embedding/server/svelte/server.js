import { render } from 'svelte/server';
import 'tui-presence/define';
import Page from './Page.svelte';

console.log(render(Page).body);
