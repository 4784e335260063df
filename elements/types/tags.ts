import type {
  TuiAvatarStack,
  TuiContactList,
  TuiContactMenuEvent,
  TuiContactSelectEvent,
  TuiConversationList,
  TuiConversationMenuEvent,
  TuiConversationSelectEvent,
  TuiOnlineDot,
  TuiOwnStatus,
  TuiOwnStatusChangeEvent,
  TuiPerson,
} from '../index.js';

/**
 * The properties, attributes and events of each tag: the one list behind the typings of every
 * framework. Left out is what an element sets itself, such as `freshness`.
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
      | 'groupId'
      | 'show'
      | 'order'
      | 'groupBy'
      | 'filter'
      | 'searchable'
      | 'selected'
      | 'label'
      | 'announce'
      | 'renderContact'
      | 'releaseContact'
      | 'presence';
    attributes: { 'group-by': TuiContactList['groupBy']; 'group-id': string };
    events: {
      'tui-contact-select': TuiContactSelectEvent;
      'tui-contact-menu': TuiContactMenuEvent;
    };
  };
  'tui-conversation-list': {
    element: TuiConversationList;
    properties: 'conversations' | 'selected' | 'label' | 'presence';
    attributes: object;
    events: {
      'tui-conversation-select': TuiConversationSelectEvent;
      'tui-conversation-menu': TuiConversationMenuEvent;
    };
  };
  'tui-own-status': {
    element: TuiOwnStatus;
    properties: 'choices' | 'presence';
    attributes: object;
    events: { 'tui-own-status-change': TuiOwnStatusChangeEvent };
  };
  'tui-person': {
    element: TuiPerson;
    properties: 'userId' | 'view' | 'name' | 'avatar' | 'person' | 'presence';
    attributes: { 'user-id': string };
    events: object;
  };
  'tui-avatar-stack': {
    element: TuiAvatarStack;
    properties: 'contacts' | 'userIDs' | 'max' | 'show' | 'count' | 'dots' | 'label' | 'presence';
    attributes: object;
    events: {
      'tui-contact-select': TuiContactSelectEvent;
      'tui-contact-menu': TuiContactMenuEvent;
    };
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

/** The handlers of the events of a tag, each by the name of its event after a prefix such as `on`. */
export type HandlersOf<Name extends Tag, Prefix extends string> = {
  [Type in keyof EventsOf<Name> & string as `${Prefix}${Type}`]?:
    ((event: EventsOf<Name>[Type] & { currentTarget: ElementOf<Name> }) => void) | undefined;
};
