import {
  inject,
  mergeApplicationConfig,
  provideAppInitializer,
  TransferState,
} from '@angular/core';
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr';
import { config as browserConfig } from './app.config';
import { COLLEAGUES } from './colleagues';

/** Contacts of the app's own, which its server knows and sends with the page. */
const colleagues = [
  { userID: 'bob', name: 'Bob' },
  { userID: 'carol', name: 'Carol' },
];

export const config = mergeApplicationConfig(browserConfig, {
  providers: [
    provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Server }])),
    provideAppInitializer(() => inject(TransferState).set(COLLEAGUES, colleagues)),
  ],
});
