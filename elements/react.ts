'use client';

import { createComponent } from '@lit/react';
import type { EventName, ReactWebComponent } from '@lit/react';
import * as React from 'react';
import { define } from './define-element.js';
import type {
  TuiContactMenuEvent,
  TuiContactSelectEvent,
  TuiConversationMenuEvent,
  TuiConversationSelectEvent,
} from './list-events.js';
import { TuiAvatarStack as AvatarStack } from './tui-avatar-stack.js';
import { TuiContactList as ContactList } from './tui-contact-list.js';
import { TuiConversationList as ConversationList } from './tui-conversation-list.js';
import { TuiOnlineDot as OnlineDot } from './tui-online-dot.js';
import type { TuiOwnStatusChangeEvent } from './own-status/own-status-event.js';
import { TuiOwnStatus as OwnStatus } from './tui-own-status.js';
import { TuiPerson as Person } from './tui-person.js';

// Components for React 18 and 19. React 18 sets only attributes of an element, and listens to none of
// its own events; so does React 19 while it hydrates what a server has rendered.

const contactEvents = {
  onTuiContactSelect: 'tui-contact-select' as EventName<TuiContactSelectEvent>,
  onTuiContactMenu: 'tui-contact-menu' as EventName<TuiContactMenuEvent>,
};

const conversationEvents = {
  onTuiConversationSelect: 'tui-conversation-select' as EventName<TuiConversationSelectEvent>,
  onTuiConversationMenu: 'tui-conversation-menu' as EventName<TuiConversationMenuEvent>,
};

const ownStatusEvents = {
  onTuiOwnStatusChange: 'tui-own-status-change' as EventName<TuiOwnStatusChangeEvent>,
};

/** `<tui-online-dot>` as a component: a dot that shows whether a user is online. */
export const TuiOnlineDot: ReactWebComponent<OnlineDot> = registering(
  'tui-online-dot',
  OnlineDot,
  createComponent({ react: React, tagName: 'tui-online-dot', elementClass: OnlineDot }),
);

/** `<tui-contact-list>` as a component. */
export const TuiContactList: ReactWebComponent<ContactList, typeof contactEvents> = registering(
  'tui-contact-list',
  ContactList,
  createComponent({
    react: React,
    tagName: 'tui-contact-list',
    elementClass: ContactList,
    events: contactEvents,
  }),
);

/** `<tui-conversation-list>` as a component. */
export const TuiConversationList: ReactWebComponent<ConversationList, typeof conversationEvents> =
  registering(
    'tui-conversation-list',
    ConversationList,
    createComponent({
      react: React,
      tagName: 'tui-conversation-list',
      elementClass: ConversationList,
      events: conversationEvents,
    }),
  );

/** `<tui-own-status>` as a component. */
export const TuiOwnStatus: ReactWebComponent<OwnStatus, typeof ownStatusEvents> = registering(
  'tui-own-status',
  OwnStatus,
  createComponent({
    react: React,
    tagName: 'tui-own-status',
    elementClass: OwnStatus,
    events: ownStatusEvents,
  }),
);

/** `<tui-person>` as a component: one person by ID alone. */
export const TuiPerson: ReactWebComponent<Person> = registering(
  'tui-person',
  Person,
  createComponent({ react: React, tagName: 'tui-person', elementClass: Person }),
);

/** `<tui-avatar-stack>` as a component; it registers the list that it shows the rest in, too. */
export const TuiAvatarStack: ReactWebComponent<AvatarStack, typeof contactEvents> = registering(
  'tui-avatar-stack',
  AvatarStack,
  createComponent({
    react: React,
    tagName: 'tui-avatar-stack',
    elementClass: AvatarStack,
    events: contactEvents,
  }),
  () => define('tui-contact-list', ContactList),
);

/** Effects do not run on a server, and React 18 complains there of those for the layout. */
const useBrowserEffect = globalThis.document ? React.useLayoutEffect : React.useEffect;

/**
 * The component, which registers its tag when it is mounted first: importing it has no effect, and the
 * elements of a page from a server are upgraded after React has hydrated them.
 */
function registering<Component extends React.ForwardRefExoticComponent<never>>(
  tag: string,
  element: CustomElementConstructor,
  component: Component,
  registerParts?: () => void,
): Component {
  const registered = React.forwardRef<HTMLElement>((props, ref) => {
    const rendered = React.useRef<HTMLElement>(null);
    useBrowserEffect(() => {
      registerParts?.();
      define(tag, element);
    }, []);
    // @lit/react would drop the function with which a ref cleans up in React 19.
    React.useImperativeHandle(ref, () => rendered.current!, []);
    return React.createElement(component as never, { ...props, ref: rendered } as never);
  });
  registered.displayName = element.name;
  return registered as unknown as Component;
}
