import type { JSX } from 'preact';
import type { ElementOf, EventsOf, PropertiesOf, Tag } from './tags.js';

type Handlers<Name extends Tag> = {
  [Type in keyof EventsOf<Name> & string as `on${Type}`]?:
    ((event: EventsOf<Name>[Type] & { currentTarget: ElementOf<Name> }) => void) | undefined;
};

type PreactAttributes<Name extends Tag> = Omit<
  JSX.HTMLAttributes<ElementOf<Name>>,
  keyof PropertiesOf<Name>
> &
  PropertiesOf<Name> &
  Handlers<Name>;

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
