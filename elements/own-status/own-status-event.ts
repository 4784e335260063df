import { NativeEvent } from '../../src/native-event.js';

/** The user has changed the words of their own status, and the service has taken them. */
export class TuiOwnStatusChangeEvent extends NativeEvent {
  /** The words; empty after they were cleared. */
  readonly customStatus: string;

  constructor(customStatus: string) {
    super('tui-own-status-change', { bubbles: true, composed: true });
    this.customStatus = customStatus;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tui-own-status-change': TuiOwnStatusChangeEvent;
  }
}
