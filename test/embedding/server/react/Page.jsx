import { useEffect, useState } from 'react';
import { contacts } from '../people.js';

export function Page() {
  const [isHydrated, setHydrated] = useState(false);
  const [selected, setSelected] = useState('');

  useEffect(() => setHydrated(true), []);

  return (
    <>
      {/* It has written its role and its name by then. */}
      <tui-online-dot id="dot" user-id="ana" label="Ana" suppressHydrationWarning />
      {/* While React 19 hydrates, it sets no properties of such elements and adds no listeners. */}
      {isHydrated && (
        <tui-contact-list
          id="list"
          contacts={contacts}
          order="status"
          searchable
          ontui-contact-select={(event) => setSelected(event.userID)}
        />
      )}
      <output>{selected}</output>
    </>
  );
}
