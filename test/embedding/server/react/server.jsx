import { renderToString } from 'react-dom/server';
import 'tui-presence/define';
import { Page } from './Page.jsx';

console.log(renderToString(<Page />));
