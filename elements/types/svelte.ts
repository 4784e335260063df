import type { HTMLAttributes } from 'svelte/elements';
import type { ElementOf, HandlersOf, PropertiesOf, Tag } from './tags.js';

type SvelteAttributes<Name extends Tag> = HTMLAttributes<ElementOf<Name>> &
  PropertiesOf<Name> &
  HandlersOf<Name, 'on'> &
  // As Svelte 4 writes events.
  HandlersOf<Name, 'on:'>;

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
