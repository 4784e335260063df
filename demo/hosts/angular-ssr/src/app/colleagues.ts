import { makeStateKey } from '@angular/core';
import type { Contact } from 'tui-presence';

/** Where the server leaves the contacts for the browser. */
export const COLLEAGUES = makeStateKey<readonly Contact[]>('colleagues');
