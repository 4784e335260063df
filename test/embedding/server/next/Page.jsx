'use client';

import { useState } from 'react';
import 'tui-presence/define';
import { TuiContactList, TuiOnlineDot } from 'tui-presence/react';
import '../../live.js';
import { contacts } from '../../people.js';

export function Page() {
  const [selected, setSelected] = useState('');

  return (
    <>
      <tui-online-dot id="given" status="busy"></tui-online-dot>
      <tui-online-dot id="tag" userId="ana" label="Ana"></tui-online-dot>
      <TuiOnlineDot id="dot" userId="ana" label="Ana" />
      <TuiContactList
        id="list"
        contacts={contacts}
        order="status"
        searchable
        onTuiContactSelect={(event) => setSelected(event.userID)}
      />
      <TuiContactList id="mine" contacts={null} />
      <tui-conversation-list id="talks"></tui-conversation-list>
      <output>{selected}</output>
    </>
  );
}
