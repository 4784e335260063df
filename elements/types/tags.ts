import type {
  TuiContactList,
  TuiContactSelectEvent,
  TuiConversationList,
  TuiConversationSelectEvent,
  TuiOnlineDot,
} from '../index.js';

/**
 * What each tag takes and tells: the one list behind the typings of every framework. Left out is what
 * an element sets itself, such as `freshness`.
 */
export interface Tags {
  'tui-online-dot': {
    element: TuiOnlineDot;
    properties: 'userId' | 'status' | 'label' | 'presence';
    attributes: { 'user-id': string };
    events: object;
  };
  'tui-contact-list': {
    element: TuiContactList;
    properties:
      | 'contacts'
      | 'order'
      | 'groupBy'
      | 'filter'
      | 'searchable'
      | 'selected'
      | 'label'
      | 'announce'
      | 'renderContact'
      | 'presence';
    attributes: { 'group-by': TuiContactList['groupBy'] };
    events: { 'tui-contact-select': TuiContactSelectEvent };
  };
  'tui-conversation-list': {
    element: TuiConversationList;
    properties: 'conversations' | 'selected' | 'label' | 'presence';
    attributes: object;
    events: { 'tui-conversation-select': TuiConversationSelectEvent };
  };
}

export type Tag = keyof Tags;

export type ElementOf<Name extends Tag> = Tags[Name]['element'];

/** Properties and attributes, none of them required. */
export type PropertiesOf<Name extends Tag> = {
  [Property in Tags[Name]['properties'] & keyof ElementOf<Name>]?:
    ElementOf<Name>[Property] | undefined;
} & {
  [Attribute in keyof Tags[Name]['attributes']]?: Tags[Name]['attributes'][Attribute] | undefined;
};

export type EventsOf<Name extends Tag> = Tags[Name]['events'];
