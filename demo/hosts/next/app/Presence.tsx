'use client';

import { useEffect, useState } from 'react';
import type { Contact, Conversation } from 'tui-presence';
import { TuiContactList, TuiConversationList, TuiOnlineDot } from 'tui-presence/react';
import { logIn, watchOnline } from './session';

export function Presence() {
  const [online, setOnline] = useState(0);
  const [selected, setSelected] = useState<Contact>();
  const [open, setOpen] = useState<Conversation>();
  const [team, setTeam] = useState<Contact[]>([]);

  useEffect(() => {
    void logIn();
    return watchOnline(setOnline);
  }, []);

  const addToTeam = (contact: Contact) => {
    if (!team.includes(contact)) setTeam([...team, contact]);
  };

  return (
    <main>
      <section>
        <h2>Contacts</h2>
        <output id="online">{online} online</output>
        <TuiContactList
          id="contacts"
          order="status"
          searchable
          selected={selected?.userID ?? ''}
          onTuiContactSelect={(event) => setSelected(event.contact)}
        />
      </section>

      <section>
        <h2>Selected</h2>
        {selected ? (
          <p id="selected">
            <TuiOnlineDot userId={selected.userID} />{' '}
            {selected.remark || selected.name || selected.userID}{' '}
            <button type="button" onClick={() => addToTeam(selected)}>
              Add to the team
            </button>
          </p>
        ) : (
          <p>No contact selected.</p>
        )}

        <h2>Team</h2>
        <TuiContactList id="team" label="Team" contacts={team} />
      </section>

      <section>
        <h2>Conversations</h2>
        <p id="open">{open?.name ?? 'None is open.'}</p>
        <TuiConversationList
          id="conversations"
          selected={open?.conversationID ?? ''}
          onTuiConversationSelect={(event) => setOpen(event.conversation)}
        />
      </section>
    </main>
  );
}
