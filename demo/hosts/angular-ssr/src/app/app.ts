import {
  afterNextRender,
  Component,
  DestroyRef,
  inject,
  signal,
  TransferState,
} from '@angular/core';
import type { Contact, Conversation, TuiContactSelectEvent } from 'tui-presence';
import 'tui-presence/define';
import {
  TuiContactListDirective,
  TuiConversationListDirective,
  TuiOnlineDotDirective,
} from 'tui-presence/types/angular';
import { COLLEAGUES } from './colleagues';
import { watchOnline } from './session';

@Component({
  selector: 'app-root',
  // They let the template use the tags, and have their properties checked.
  imports: [TuiContactListDirective, TuiConversationListDirective, TuiOnlineDotDirective],
  templateUrl: './app.html',
})
export class App {
  protected readonly online = signal(0);
  protected readonly selected = signal<Contact | undefined>(undefined);
  protected readonly open = signal<Conversation | undefined>(undefined);
  protected readonly team = signal<readonly Contact[]>([]);
  protected readonly colleagues = inject(TransferState).get(COLLEAGUES, []);

  constructor() {
    const lifetime = inject(DestroyRef);
    // In the browser only: the engine needs one.
    afterNextRender(() => lifetime.onDestroy(watchOnline((count) => this.online.set(count))));
  }

  protected select(event: TuiContactSelectEvent): void {
    this.selected.set(event.contact);
  }

  protected addToTeam(contact: Contact): void {
    if (!this.team().includes(contact)) this.team.update((team) => [...team, contact]);
  }
}
