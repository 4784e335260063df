import * as core from '@angular/core';
import type { ɵɵDirectiveDeclaration as Declaration } from '@angular/core';
import type { TuiContactList, TuiConversationList, TuiOnlineDot } from '../index.js';

// What a component imports so that its template may use a tag, and strict templates check it. Only
// the types name the inputs: at run time a directive has none, and Angular sets the properties on the
// element itself. The declarations have the form that is common to all Angular libraries, which the
// compiler reads without running it: hence the repetition.

/** Lets a template use `<tui-online-dot>`. */
export class TuiOnlineDotDirective {
  declare userId: TuiOnlineDot['userId'];
  declare status: TuiOnlineDot['status'];
  declare label: TuiOnlineDot['label'];
  declare presence: TuiOnlineDot['presence'];

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
  declare order: TuiContactList['order'];
  declare groupBy: TuiContactList['groupBy'];
  declare filter: TuiContactList['filter'];
  declare searchable: TuiContactList['searchable'];
  declare selected: TuiContactList['selected'];
  declare label: TuiContactList['label'];
  declare announce: TuiContactList['announce'];
  declare renderContact: TuiContactList['renderContact'];
  declare presence: TuiContactList['presence'];

  /** Without a value, as HTML writes booleans. */
  declare static ngAcceptInputType_searchable: boolean | '';
  declare static ngAcceptInputType_announce: boolean | '';

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
      order: 'order';
      groupBy: 'groupBy';
      filter: 'filter';
      searchable: 'searchable';
      selected: 'selected';
      label: 'label';
      announce: 'announce';
      renderContact: 'renderContact';
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
