import { MemorySource } from 'tui-presence/memory';

const source = new MemorySource({ displayOnlineStatus: true });
source.setStatus('ana', 'online');
source.setStatus('ben', 'offline');
source.connect();
