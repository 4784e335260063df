/** @jsxImportSource solid-js */
import 'tui-presence/types/solid';

export const passes = (
  <>
    <tui-online-dot user-id="ana" label="Ana" class="small" />
    <tui-contact-list
      prop:contacts={[{ userID: 'ana' }]}
      prop:renderContact={({ name = '' }) => document.createTextNode(name)}
      group-by="status"
      searchable
      on:tui-contact-select={({ userID, contact }) => [userID, contact.remark]}
    />
    <tui-person user-id="ana" view="avatar" />
    <tui-person prop:userId="ana" />
    <tui-avatar-stack
      prop:userIDs={['ana']}
      max={3}
      count
      on:tui-contact-select={({ contact }) => contact.remark}
    />
  </>
);

export const fails = (
  <>
    {/* @ts-expect-error */}
    <tui-online-dot status="asleep" />
    {/* @ts-expect-error */}
    <tui-person view="row" />
    {/* @ts-expect-error: Solid would set `userid`. */}
    <tui-person userId="ana" />
    {/* @ts-expect-error: Solid would set `rendercontact`. */}
    <tui-contact-list renderContact={() => document.createTextNode('')} />
    {/* @ts-expect-error: Solid would set `userids`. */}
    <tui-avatar-stack userIDs={['ana']} />
    {/* @ts-expect-error */}
    <tui-person prop:userId={7} />
    {/* @ts-expect-error */}
    <tui-contact-list prop:contacts={[{ name: 'Ana' }]} />
    {/* @ts-expect-error */}
    <tui-contact-list on:tui-contact-select={({ conversation }) => conversation} />
  </>
);
