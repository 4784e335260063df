import type { ClassAttributes, JSX } from 'preact';
import type { ElementOf, HandlersOf, PropertiesOf, Tag } from './tags.js';

/** What every element has. Preact 10 and 11 export it under different names; both have this tag. */
type CommonAttributes = Omit<JSX.IntrinsicElements['strong'], 'ref'>;

type PreactAttributes<Name extends Tag> = Omit<CommonAttributes, keyof PropertiesOf<Name>> &
  ClassAttributes<ElementOf<Name>> &
  PropertiesOf<Name> &
  HandlersOf<Name, 'on'>;

declare module 'preact' {
  // Preact looks its elements up in this namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'tui-online-dot': PreactAttributes<'tui-online-dot'>;
      'tui-contact-list': PreactAttributes<'tui-contact-list'>;
      'tui-conversation-list': PreactAttributes<'tui-conversation-list'>;
      'tui-own-status': PreactAttributes<'tui-own-status'>;
      'tui-person': PreactAttributes<'tui-person'>;
      'tui-avatar-stack': PreactAttributes<'tui-avatar-stack'>;
    }
  }
}
