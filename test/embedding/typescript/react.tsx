import * as React from 'react';
import {
  TuiAvatarStack,
  TuiContactList,
  TuiConversationList,
  TuiOnlineDot,
  TuiOwnStatus,
  TuiPerson,
} from 'tui-presence/react';
import type { TuiContactList as Element } from 'tui-presence';

export function Passes() {
  const list = React.useRef<Element>(null);
  return (
    <>
      <TuiOnlineDot userId="ana" label="Ana" className="small" />
      <TuiContactList
        ref={list}
        contacts={null}
        groupBy="status"
        searchable
        onTuiContactSelect={({ userID, contact }) => [userID, contact.remark]}
        onTuiContactMenu={(event) => [event.contact.userID, event.clientX]}
      >
        <p slot="empty">Empty.</p>
      </TuiContactList>
      <TuiConversationList
        onTuiConversationSelect={({ conversation }) => conversation.unreadCount}
        onTuiConversationMenu={({ conversationID }) => conversationID}
      />
      <TuiOwnStatus
        choices={[{ text: 'Lunch', clearAfter: 'today' }]}
        onTuiOwnStatusChange={({ customStatus }) => customStatus.length}
      />
      <TuiPerson userId="ana" view="avatar" />
      <TuiAvatarStack userIDs={['ana']} count onTuiContactSelect={({ userID }) => userID} />
    </>
  );
}

export function Fails() {
  return (
    <>
      {/* @ts-expect-error */}
      <TuiOnlineDot status="asleep" />
      {/* @ts-expect-error */}
      <TuiPerson view="row" />
      {/* @ts-expect-error */}
      <TuiContactList contacts={[{ name: 'Ana' }]} />
      {/* @ts-expect-error */}
      <TuiContactList onTuiContactSelect={({ conversation }) => conversation} />
    </>
  );
}
