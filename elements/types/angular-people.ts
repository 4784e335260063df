import * as core from '@angular/core';
import type { ɵɵDirectiveDeclaration as Declaration } from '@angular/core';
import type { TuiAvatarStack, TuiPerson } from '../index.js';
import { passOn } from './angular-pass-on.js';

// The directives of one person and of several, in the form that angular.ts explains.

/** Lets a template use `<tui-person>`. */
export class TuiPersonDirective {
  declare userId: TuiPerson['userId'];
  declare view: TuiPerson['view'];
  declare name: TuiPerson['name'];
  declare avatar: TuiPerson['avatar'];
  declare person: TuiPerson['person'];
  declare presence: TuiPerson['presence'];

  /** What a template may bind: an async pipe gives `null` before its first value. */
  declare static ngAcceptInputType_userId: TuiPerson['userId'] | null | undefined;
  declare static ngAcceptInputType_view: TuiPerson['view'] | null | undefined;
  declare static ngAcceptInputType_name: TuiPerson['name'] | null | undefined;
  declare static ngAcceptInputType_avatar: TuiPerson['avatar'] | null | undefined;
  declare static ngAcceptInputType_person: TuiPerson['person'] | null | undefined;
  declare static ngAcceptInputType_presence: TuiPerson['presence'] | null | undefined;

  constructor() {
    passOn(this, ['userId', 'view', 'name', 'avatar', 'person', 'presence']);
  }

  static ɵfac: unknown = core.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiPersonDirective,
    deps: [],
    target: core.ɵɵFactoryTarget.Directive,
  });

  static ɵdir: Declaration<
    TuiPersonDirective,
    'tui-person',
    never,
    {
      userId: 'userId';
      view: 'view';
      name: 'name';
      avatar: 'avatar';
      person: 'person';
      presence: 'presence';
    },
    never,
    never,
    never,
    true,
    never
  > = core.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiPersonDirective,
    isStandalone: true,
    selector: 'tui-person',
  });
}

/** Lets a template use `<tui-avatar-stack>`. */
export class TuiAvatarStackDirective {
  declare contacts: TuiAvatarStack['contacts'];
  declare userIDs: TuiAvatarStack['userIDs'];
  declare max: TuiAvatarStack['max'];
  declare show: TuiAvatarStack['show'];
  declare count: TuiAvatarStack['count'];
  declare dots: TuiAvatarStack['dots'];
  declare label: TuiAvatarStack['label'];
  declare presence: TuiAvatarStack['presence'];

  /** What a template may bind: an async pipe gives `null` before its first value. */
  declare static ngAcceptInputType_contacts: TuiAvatarStack['contacts'] | null | undefined;
  declare static ngAcceptInputType_userIDs: TuiAvatarStack['userIDs'] | null | undefined;
  declare static ngAcceptInputType_max: TuiAvatarStack['max'] | null | undefined | string;
  declare static ngAcceptInputType_show: TuiAvatarStack['show'] | null | undefined;
  declare static ngAcceptInputType_count: TuiAvatarStack['count'] | null | undefined | '';
  declare static ngAcceptInputType_dots: TuiAvatarStack['dots'] | null | undefined | '';
  declare static ngAcceptInputType_label: TuiAvatarStack['label'] | null | undefined;
  declare static ngAcceptInputType_presence: TuiAvatarStack['presence'] | null | undefined;

  constructor() {
    passOn(this, ['contacts', 'userIDs', 'max', 'show', 'count', 'dots', 'label', 'presence']);
  }

  static ɵfac: unknown = core.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiAvatarStackDirective,
    deps: [],
    target: core.ɵɵFactoryTarget.Directive,
  });

  static ɵdir: Declaration<
    TuiAvatarStackDirective,
    'tui-avatar-stack',
    never,
    {
      contacts: 'contacts';
      userIDs: 'userIDs';
      max: 'max';
      show: 'show';
      count: 'count';
      dots: 'dots';
      label: 'label';
      presence: 'presence';
    },
    never,
    never,
    never,
    true,
    never
  > = core.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiAvatarStackDirective,
    isStandalone: true,
    selector: 'tui-avatar-stack',
  });
}
