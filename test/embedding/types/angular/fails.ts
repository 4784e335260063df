import { Component } from '@angular/core';
import {
  TuiAvatarStackDirective,
  TuiContactListDirective,
  TuiConversationListDirective,
  TuiOnlineDotDirective,
  TuiOwnStatusDirective,
  TuiPersonDirective,
} from 'tui-presence/types/angular';

@Component({
  selector: 'app-fails',
  imports: [
    TuiAvatarStackDirective,
    TuiContactListDirective,
    TuiConversationListDirective,
    TuiOnlineDotDirective,
    TuiOwnStatusDirective,
    TuiPersonDirective,
  ],
  template: `
    <tui-online-dot [userId]="42" />
    <!-- wrong -->
    <tui-online-dot status="asleep" />
    <!-- wrong -->
    <tui-online-dot [usrId]="'ana'" />
    <!-- wrong -->
    <tui-online-dot presence="shared" />
    <!-- wrong -->
    <tui-contact-list contacts="ana" />
    <!-- wrong -->
    <tui-contact-list [contacts]="[{ name: 'Ana' }]" />
    <!-- wrong -->
    <tui-contact-list order="age" />
    <!-- wrong -->
    <tui-contact-list groupBy="age" />
    <!-- wrong -->
    <tui-contact-list (tui-contact-select)="listen($event)" />
    <!-- wrong -->
    <tui-contact-list (tui-contact-select)="($event.user)" />
    <!-- wrong -->
    <tui-conversation-list [conversations]="[{ userID: 'ana' }]" />
    <!-- wrong -->
    <tui-conversation-list (tui-conversation-select)="($event.contact)" />
    <!-- wrong -->
    <tui-own-status [choices]="[{ status: 'away' }]" />
    <!-- wrong -->
    <tui-own-status (tui-own-status-change)="($event.userID)" />
    <!-- wrong -->
    <tui-person view="row" />
    <!-- wrong -->
    <tui-person person="ana" />
    <!-- wrong -->
    <tui-avatar-stack show="offline" />
    <!-- wrong -->
    <tui-avatar-stack (tui-contact-select)="($event.user)" />
    <!-- wrong -->
    <tui-online-dots />
    <!-- wrong -->
  `,
})
export class Fails {
  listen(event: MouseEvent): number {
    return event.clientX;
  }
}
