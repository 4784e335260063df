import { useRef } from 'react';
import type { Contact, Conversation, TuiContactList, TuiContactSelectEvent } from 'tui-presence';
import { PresenceController } from 'tui-presence';

const contacts: readonly Contact[] = [{ userID: 'ana', name: 'Ana' }];
const conversations: readonly Conversation[] = [];
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
        onClick={(event) => event.currentTarget.contacts}
      >
        <p slot="empty">Nobody.</p>
      </tui-contact-list>
      <tui-contact-list
        groupBy="status"
        ontui-contact-select={(event) => event.currentTarget.contacts}
      />
      <tui-conversation-list
        conversations={conversations}
        selected="C2Cana"
        label="Chats"
        ontui-conversation-select={({ conversation, conversationID }) =>
          conversation.unreadCount + conversationID
        }
      />
    </>
  );
}
