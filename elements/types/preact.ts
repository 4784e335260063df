import type { JSX } from 'preact';
import type { ElementOf, HandlersOf, PropertiesOf, Tag } from './tags.js';

type PreactAttributes<Name extends Tag> = Omit<
  JSX.HTMLAttributes<ElementOf<Name>>,
  keyof PropertiesOf<Name>
> &
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
