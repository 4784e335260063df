import * as core from '@angular/core';
import type { ɵɵDirectiveDeclaration as Declaration } from '@angular/core';
import type { TuiContactList, TuiConversationList, TuiOnlineDot } from '../index.js';
import { passOn } from './angular-pass-on.js';

export { TuiOwnStatusDirective } from './angular-own-status.js';
export { TuiAvatarStackDirective, TuiPersonDirective } from './angular-people.js';

// What a component imports so that its template may use a tag, and strict templates check it. Only
// the types name the inputs: at run time a directive has none, and Angular sets the properties on the
// element itself. A directive that is injected or queried passes its properties on to its element. The
// declarations have the form that is common to all Angular libraries, which the compiler reads without
// running it: hence the repetition.

/** Lets a template use `<tui-online-dot>`. */
export class TuiOnlineDotDirective {
  declare userId: TuiOnlineDot['userId'];
  declare status: TuiOnlineDot['status'];
  declare label: TuiOnlineDot['label'];
  declare presence: TuiOnlineDot['presence'];

  /** What a template may bind: an async pipe gives `null` before its first value. */
  declare static ngAcceptInputType_userId: TuiOnlineDot['userId'] | null | undefined;
  declare static ngAcceptInputType_status: TuiOnlineDot['status'] | null | undefined;
  declare static ngAcceptInputType_label: TuiOnlineDot['label'] | null | undefined;
  declare static ngAcceptInputType_presence: TuiOnlineDot['presence'] | null | undefined;

  constructor() {
    passOn(this, ['userId', 'status', 'label', 'presence']);
  }

  static ɵfac: unknown = core.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiOnlineDotDirective,
    deps: [],
    target: core.ɵɵFactoryTarget.Directive,
  });

  static ɵdir: Declaration<
    TuiOnlineDotDirective,
    'tui-online-dot',
    never,
    { userId: 'userId'; status: 'status'; label: 'label'; presence: 'presence' },
    never,
    never,
    never,
    true,
    never
  > = core.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiOnlineDotDirective,
    isStandalone: true,
    selector: 'tui-online-dot',
  });
}

/** Lets a template use `<tui-contact-list>`. */
export class TuiContactListDirective {
  declare contacts: TuiContactList['contacts'];
  declare groupId: TuiContactList['groupId'];
  declare show: TuiContactList['show'];
  declare order: TuiContactList['order'];
  declare groupBy: TuiContactList['groupBy'];
  declare filter: TuiContactList['filter'];
  declare searchable: TuiContactList['searchable'];
  declare selected: TuiContactList['selected'];
  declare label: TuiContactList['label'];
  declare announce: TuiContactList['announce'];
  declare renderContact: TuiContactList['renderContact'];
  declare releaseContact: TuiContactList['releaseContact'];
  declare presence: TuiContactList['presence'];

  /** What a template may bind: an async pipe gives `null` before its first value. */
  declare static ngAcceptInputType_contacts: TuiContactList['contacts'] | null | undefined;
  declare static ngAcceptInputType_groupId: TuiContactList['groupId'] | null | undefined;
  declare static ngAcceptInputType_show: TuiContactList['show'] | null | undefined;
  declare static ngAcceptInputType_order: TuiContactList['order'] | null | undefined;
  declare static ngAcceptInputType_groupBy: TuiContactList['groupBy'] | null | undefined;
  declare static ngAcceptInputType_filter: TuiContactList['filter'] | null | undefined;
  declare static ngAcceptInputType_searchable: TuiContactList['searchable'] | null | undefined | '';
  declare static ngAcceptInputType_selected: TuiContactList['selected'] | null | undefined;
  declare static ngAcceptInputType_label: TuiContactList['label'] | null | undefined;
  declare static ngAcceptInputType_announce: TuiContactList['announce'] | null | undefined | '';
  declare static ngAcceptInputType_renderContact:
    TuiContactList['renderContact'] | null | undefined;
  declare static ngAcceptInputType_releaseContact:
    TuiContactList['releaseContact'] | null | undefined;
  declare static ngAcceptInputType_presence: TuiContactList['presence'] | null | undefined;

  constructor() {
    passOn(this, [
      'contacts',
      'groupId',
      'show',
      'order',
      'groupBy',
      'filter',
      'searchable',
      'selected',
      'label',
      'announce',
      'renderContact',
      'releaseContact',
      'presence',
    ]);
  }

  static ɵfac: unknown = core.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiContactListDirective,
    deps: [],
    target: core.ɵɵFactoryTarget.Directive,
  });

  static ɵdir: Declaration<
    TuiContactListDirective,
    'tui-contact-list',
    never,
    {
      contacts: 'contacts';
      groupId: 'groupId';
      show: 'show';
      order: 'order';
      groupBy: 'groupBy';
      filter: 'filter';
      searchable: 'searchable';
      selected: 'selected';
      label: 'label';
      announce: 'announce';
      renderContact: 'renderContact';
      releaseContact: 'releaseContact';
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
    type: TuiContactListDirective,
    isStandalone: true,
    selector: 'tui-contact-list',
  });
}

/** Lets a template use `<tui-conversation-list>`. */
export class TuiConversationListDirective {
  declare conversations: TuiConversationList['conversations'];
  declare selected: TuiConversationList['selected'];
  declare label: TuiConversationList['label'];
  declare presence: TuiConversationList['presence'];

  /** What a template may bind: an async pipe gives `null` before its first value. */
  declare static ngAcceptInputType_conversations:
    TuiConversationList['conversations'] | null | undefined;
  declare static ngAcceptInputType_selected: TuiConversationList['selected'] | null | undefined;
  declare static ngAcceptInputType_label: TuiConversationList['label'] | null | undefined;
  declare static ngAcceptInputType_presence: TuiConversationList['presence'] | null | undefined;

  constructor() {
    passOn(this, ['conversations', 'selected', 'label', 'presence']);
  }

  static ɵfac: unknown = core.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiConversationListDirective,
    deps: [],
    target: core.ɵɵFactoryTarget.Directive,
  });

  static ɵdir: Declaration<
    TuiConversationListDirective,
    'tui-conversation-list',
    never,
    { conversations: 'conversations'; selected: 'selected'; label: 'label'; presence: 'presence' },
    never,
    never,
    never,
    true,
    never
  > = core.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '21.0.0',
    ngImport: core,
    type: TuiConversationListDirective,
    isStandalone: true,
    selector: 'tui-conversation-list',
  });
}
