import { useEffect, useState } from 'react';
import type { Contact, Conversation, TuiContactSelectEvent } from 'tui-presence';
import { watchOnline } from './session.js';

export function App() {
  const [online, setOnline] = useState(0);
  const [selected, setSelected] = useState<Contact>();
  const [open, setOpen] = useState<Conversation>();
  const [team, setTeam] = useState<Contact[]>([]);

  useEffect(() => watchOnline(setOnline), []);

  const select = (event: TuiContactSelectEvent) => setSelected(event.contact);

  const addToTeam = (contact: Contact) => {
    if (!team.includes(contact)) setTeam([...team, contact]);
  };

  return (
    <>
      <header>
        <h1>Presence in React</h1>
        <output id="online">{online} online</output>
      </header>

      <main>
        <section>
          <h2>Contacts</h2>
          <tui-contact-list
            id="contacts"
            order="status"
            searchable
            selected={selected?.userID ?? ''}
            ontui-contact-select={select}
          />
        </section>

        <section>
          <h2>Selected</h2>
          {selected ? (
            <p id="selected">
              <tui-online-dot user-id={selected.userID} />{' '}
              {selected.remark || selected.name || selected.userID}{' '}
              <button type="button" onClick={() => addToTeam(selected)}>
                Add to the team
              </button>
            </p>
          ) : (
            <p>No contact selected.</p>
          )}

          <h2>Team</h2>
          <tui-contact-list id="team" label="Team" contacts={team} />
        </section>

        <section>
          <h2>Conversations</h2>
          <p id="open">{open?.name ?? 'None is open.'}</p>
          <tui-conversation-list
            id="conversations"
            selected={open?.conversationID ?? ''}
            ontui-conversation-select={(event) => setOpen(event.conversation)}
          />
        </section>
      </main>
    </>
  );
}
