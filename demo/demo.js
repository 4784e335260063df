import { login } from './dist/cdn/tui-presence.js';

await login(await (await fetch('session?userID=alice')).json());
