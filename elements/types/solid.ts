import type { JSX } from 'solid-js';
import type { ElementOf, HandlersOf, PropertiesOf, Tag, Tags } from './tags.js';

/**
 * What needs no prefix: Solid sets `userid` for `userId`, which no element has, and `userId` for
 * `user-id`.
 */
type Plain<Name extends Tag> = {
  [
    Property in keyof PropertiesOf<Name> & string as Property extends Lowercase<Property>
      ? Property
      : never
  ]?: PropertiesOf<Name>[Property];
};

/** The prefix with which Solid sets a property by its very name. */
type Prefixed<Name extends Tag> = {
  [
    Property in Tags[Name]['properties'] & keyof PropertiesOf<Name> as `prop:${Property}`
  ]?: PropertiesOf<Name>[Property];
};

type SolidAttributes<Name extends Tag> = Omit<
  JSX.HTMLAttributes<ElementOf<Name>>,
  keyof PropertiesOf<Name>
> &
  Plain<Name> &
  Prefixed<Name> &
  HandlersOf<Name, 'on:'>;

declare module 'solid-js' {
  // Solid looks its elements up in this namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'tui-online-dot': SolidAttributes<'tui-online-dot'>;
      'tui-contact-list': SolidAttributes<'tui-contact-list'>;
      'tui-conversation-list': SolidAttributes<'tui-conversation-list'>;
      'tui-own-status': SolidAttributes<'tui-own-status'>;
      'tui-person': SolidAttributes<'tui-person'>;
      'tui-avatar-stack': SolidAttributes<'tui-avatar-stack'>;
    }
  }
}
