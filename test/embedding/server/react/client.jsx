import { hydrateRoot } from 'react-dom/client';
import 'tui-presence/define';
import '../live.js';
import { Page } from './Page.jsx';

hydrateRoot(document.querySelector('#app'), <Page />);
