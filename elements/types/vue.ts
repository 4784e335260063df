import type { HTMLAttributes, PublicProps } from 'vue';
import type { ElementOf, EventsOf, PropertiesOf, Tag } from './tags.js';

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

type Handlers<Name extends Tag> = {
  [Type in keyof EventsOf<Name> & string as `on${Capitalize<CamelCase<Type>>}`]?:
    ((event: EventsOf<Name>[Type]) => void) | undefined;
};

/** A tag as Vue sees a component. */
type VueComponent<Name extends Tag> = new () => ElementOf<Name> & {
  $props: PublicProps & HTMLAttributes & PropertiesOf<Name> & Handlers<Name>;
};

declare module 'vue' {
  /** By which an app fills the slots of an element; Vue's own types leave it out. */
  interface HTMLAttributes {
    slot?: string;
  }

  interface GlobalComponents {
    'tui-online-dot': VueComponent<'tui-online-dot'>;
    'tui-contact-list': VueComponent<'tui-contact-list'>;
    'tui-conversation-list': VueComponent<'tui-conversation-list'>;
    'tui-own-status': VueComponent<'tui-own-status'>;
    'tui-person': VueComponent<'tui-person'>;
    'tui-avatar-stack': VueComponent<'tui-avatar-stack'>;
  }
}
