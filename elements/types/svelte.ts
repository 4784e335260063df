import type { HTMLAttributes } from 'svelte/elements';
import type { ElementOf, EventsOf, PropertiesOf, Tag } from './tags.js';

type Handlers<Name extends Tag> = {
  [Type in keyof EventsOf<Name> & string as `on${Type}`]?:
    ((event: EventsOf<Name>[Type] & { currentTarget: ElementOf<Name> }) => void) | undefined;
};

/** As Svelte 4 writes events. */
type Directives<Name extends Tag> = {
  [Type in keyof EventsOf<Name> & string as `on:${Type}`]?:
    ((event: EventsOf<Name>[Type] & { currentTarget: ElementOf<Name> }) => void) | undefined;
};

type SvelteAttributes<Name extends Tag> = HTMLAttributes<ElementOf<Name>> &
  PropertiesOf<Name> &
  Handlers<Name> &
  Directives<Name>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'tui-online-dot': SvelteAttributes<'tui-online-dot'>;
    'tui-contact-list': SvelteAttributes<'tui-contact-list'>;
    'tui-conversation-list': SvelteAttributes<'tui-conversation-list'>;
    'tui-own-status': SvelteAttributes<'tui-own-status'>;
    'tui-person': SvelteAttributes<'tui-person'>;
    'tui-avatar-stack': SvelteAttributes<'tui-avatar-stack'>;
  }
}
