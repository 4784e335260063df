import { useRef } from 'react';
import type {
  Contact,
  Conversation,
  OwnStatusChoice,
  TuiContactList,
  TuiContactSelectEvent,
} from 'tui-presence';
import { PresenceController } from 'tui-presence';

const contacts: readonly Contact[] = [{ userID: 'ana', name: 'Ana' }];
const conversations: readonly Conversation[] = [];
const choices: readonly OwnStatusChoice[] = [{ text: 'Lunch', status: 'away', clearAfter: 30 }];
const presence = new PresenceController();
const select = ({ userID, contact }: TuiContactSelectEvent): string => contact.name ?? userID;

export function Passes() {
  const list = useRef<TuiContactList>(null);
  return (
    <>
      <tui-online-dot user-id="ana" />
      <tui-online-dot userId="ana" presence={presence} className="small" key="dot" slot="dot" />
      <tui-online-dot status="away" label="" />
      <tui-contact-list
        ref={list}
        contacts={contacts}
        order="status"
        group-by="initial"
        searchable
        announce
        filter="a"
        selected="ana"
        label="Friends"
        renderContact={(contact, { status }) => document.createTextNode(contact.userID + status)}
        ontui-contact-select={select}
        ontui-contact-menu={({ userID, clientX, currentTarget }) => {
          if (clientX > 0) currentTarget.scrollToContact(userID);
        }}
        onClick={(event) => event.currentTarget.contacts}
      >
        <p slot="empty">Empty.</p>
      </tui-contact-list>
      <tui-contact-list
        groupBy="status"
        ontui-contact-select={(event) => event.currentTarget.contacts}
      />
      <tui-conversation-list
        conversations={conversations}
        selected="C2Cana"
        label="Chats"
        ontui-conversation-menu={({ conversationID, clientY }) => conversationID + clientY}
        ontui-conversation-select={({ conversation, conversationID }) =>
          conversation.unreadCount + conversationID
        }
      />
      <tui-own-status
        choices={choices}
        presence={presence}
        ontui-own-status-change={({ customStatus }) => customStatus.length}
      />
      <tui-person user-id="ana" view="name" presence={presence} />
      <tui-person userId="ana" name="Ana" avatar="/ana.png" person={{ userID: 'ana' }} />
      <tui-avatar-stack
        userIDs={['ana', 'ben']}
        max={3}
        show="online"
        count
        dots
        label="Reviewers"
        ontui-contact-select={select}
      />
      <tui-avatar-stack contacts={contacts} />
    </>
  );
}
