import * as core from '@angular/core';
import type { ɵɵDirectiveDeclaration as Declaration } from '@angular/core';
import type { TuiOwnStatus } from '../index.js';
import { passOn } from './angular-pass-on.js';

/** Lets a template use `<tui-own-status>`. */
export class TuiOwnStatusDirective {
  declare choices: TuiOwnStatus['choices'];
  declare presence: TuiOwnStatus['presence'];

  /** What a template may bind: an async pipe gives `null` before its first value. */
  declare static ngAcceptInputType_choices: TuiOwnStatus['choices'] | null | undefined;
  declare static ngAcceptInputType_presence: TuiOwnStatus['presence'] | null | undefined;

  constructor() {
    passOn(this, ['choices', 'presence']);
  }

  static ɵfac: unknown = core.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiOwnStatusDirective,
    deps: [],
    target: core.ɵɵFactoryTarget.Directive,
  });

  static ɵdir: Declaration<
    TuiOwnStatusDirective,
    'tui-own-status',
    never,
    { choices: 'choices'; presence: 'presence' },
    never,
    never,
    never,
    true,
    never
  > = core.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiOwnStatusDirective,
    isStandalone: true,
    selector: 'tui-own-status',
  });
}
