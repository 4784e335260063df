import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ElementOf, HandlersOf, PropertiesOf, Tag } from './tags.js';

type ReactAttributes<Name extends Tag> = DetailedHTMLProps<
  HTMLAttributes<ElementOf<Name>>,
  ElementOf<Name>
> &
  PropertiesOf<Name> &
  HandlersOf<Name, 'on'>;

declare module 'react' {
  // React looks its elements up in this namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'tui-online-dot': ReactAttributes<'tui-online-dot'>;
      'tui-contact-list': ReactAttributes<'tui-contact-list'>;
      'tui-conversation-list': ReactAttributes<'tui-conversation-list'>;
      'tui-own-status': ReactAttributes<'tui-own-status'>;
      'tui-person': ReactAttributes<'tui-person'>;
      'tui-avatar-stack': ReactAttributes<'tui-avatar-stack'>;
    }
  }
}
