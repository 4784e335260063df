import { Component } from '@angular/core';
import { PresenceController } from 'tui-presence';
import type { Contact, Conversation, Presence, TuiContactSelectEvent } from 'tui-presence';
import {
  TuiContactListDirective,
  TuiConversationListDirective,
  TuiOnlineDotDirective,
} from 'tui-presence/types/angular';

@Component({
  selector: 'app-passes',
  imports: [TuiContactListDirective, TuiConversationListDirective, TuiOnlineDotDirective],
  template: `
    <tui-online-dot user-id="ana" />
    <tui-online-dot [userId]="'ana'" [presence]="presence" class="small" slot="dot" />
    <tui-online-dot status="away" label="" />
    <tui-contact-list
      #list
      [contacts]="contacts"
      order="status"
      group-by="initial"
      searchable
      announce
      filter="a"
      selected="ana"
      label="Friends"
      [renderContact]="renderContact"
      (tui-contact-select)="select($event)"
      (click)="($event.clientX)"
    />
    <tui-contact-list groupBy="status" (tui-contact-select)="($event.contact.userID)" />
    <tui-conversation-list
      [conversations]="conversations"
      selected="C2Cana"
      label="Chats"
      (tui-conversation-select)="($event.conversation.unreadCount + $event.conversationID)"
    />
    {{ list.contacts?.length }}
  `,
})
export class Passes {
  readonly contacts: readonly Contact[] = [{ userID: 'ana', name: 'Ana' }];
  readonly conversations: readonly Conversation[] = [];
  readonly presence = new PresenceController();

  readonly renderContact = (contact: Contact, { status }: Presence): Node =>
    document.createTextNode(contact.userID + status);

  select({ userID, contact }: TuiContactSelectEvent): string {
    return contact.name ?? userID;
  }
}
