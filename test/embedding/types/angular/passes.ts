import { AsyncPipe } from '@angular/common';
import { Component } from '@angular/core';
import { PresenceController } from 'tui-presence';
import type {
  Contact,
  Conversation,
  OwnStatusChoice,
  Presence,
  TuiContactSelectEvent,
} from 'tui-presence';
import {
  TuiAvatarStackDirective,
  TuiContactListDirective,
  TuiConversationListDirective,
  TuiOnlineDotDirective,
  TuiOwnStatusDirective,
  TuiPersonDirective,
} from 'tui-presence/types/angular';

@Component({
  selector: 'app-passes',
  imports: [
    AsyncPipe,
    TuiAvatarStackDirective,
    TuiContactListDirective,
    TuiConversationListDirective,
    TuiOnlineDotDirective,
    TuiOwnStatusDirective,
    TuiPersonDirective,
  ],
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
      (tui-contact-menu)="($event.contact.userID + $event.clientX); list.scrollToContact('ana')"
      (click)="($event.clientX)"
    />
    <tui-contact-list groupId="g1" show="online" />
    <tui-contact-list [groupId]="null" [show]="undefined" />
    <tui-contact-list groupBy="status" (tui-contact-select)="($event.contact.userID)" />
    <tui-conversation-list
      [conversations]="conversations"
      selected="C2Cana"
      label="Chats"
      (tui-conversation-menu)="($event.conversationID + $event.clientY)"
      (tui-conversation-select)="($event.conversation.unreadCount + $event.conversationID)"
    />
    <tui-contact-list
      [contacts]="later | async"
      [selected]="null"
      [label]="undefined"
      [order]="null"
    />
    <tui-conversation-list [conversations]="null" />
    <tui-own-status
      [choices]="choices"
      [presence]="presence"
      (tui-own-status-change)="($event.customStatus.length)"
    />
    <tui-person user-id="ana" view="name" [presence]="presence" />
    <tui-person [userId]="'ana'" name="Ana" avatar="/ana.png" [person]="null" />
    <tui-avatar-stack
      [userIDs]="['ana', 'ben']"
      max="3"
      show="online"
      count
      dots
      label="Reviewers"
      (tui-contact-select)="select($event)"
    />
    <tui-avatar-stack [contacts]="later | async" [max]="3" />
    {{ list.contacts?.length }}
  `,
})
export class Passes {
  readonly contacts: readonly Contact[] = [{ userID: 'ana', name: 'Ana' }];
  readonly later: Promise<readonly Contact[]> = Promise.resolve([]);
  readonly conversations: readonly Conversation[] = [];
  readonly choices: readonly OwnStatusChoice[] = [
    { text: 'Lunch', status: 'away', clearAfter: 30 },
  ];
  readonly presence = new PresenceController();

  readonly renderContact = (contact: Contact, { status }: Presence): Node =>
    document.createTextNode(contact.userID + status);

  select({ userID, contact }: TuiContactSelectEvent): string {
    return contact.name ?? userID;
  }
}
