import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  isMainModule,
  writeResponseToNodeResponse,
} from '@angular/ssr/node';
import express from 'express';
import { join } from 'node:path';

const app = express();
const engine = new AngularNodeAppEngine();

app.use(express.static(join(import.meta.dirname, '../browser'), { index: false, maxAge: '1y' }));

app.use((request, response, next) => {
  engine
    .handle(request)
    .then((page) => (page ? writeResponseToNodeResponse(page, response) : next()))
    .catch(next);
});

if (isMainModule(import.meta.url)) {
  const { HOST = '127.0.0.1', PORT = '4000' } = process.env;
  app.listen(Number(PORT), HOST, () => console.log(`Listening on http://${HOST}:${PORT}`));
}

export const reqHandler = createNodeRequestHandler(app);
