/** @jsxImportSource preact */
import 'tui-presence/types/preact';

export const passes = (
  <>
    <tui-online-dot user-id="ana" label="Ana" class="small" />
    <tui-contact-list
      contacts={[{ userID: 'ana' }]}
      groupBy="status"
      searchable
      ontui-contact-select={({ userID, contact }) => [userID, contact.remark]}
    />
    <tui-person user-id="ana" view="avatar" />
    <tui-avatar-stack
      userIDs={['ana']}
      max={3}
      count
      ontui-contact-select={({ contact }) => contact.remark}
    />
  </>
);

export const fails = (
  <>
    {/* @ts-expect-error */}
    <tui-online-dot status="asleep" />
    {/* @ts-expect-error */}
    <tui-person view="row" />
    {/* @ts-expect-error */}
    <tui-contact-list contacts={[{ name: 'Ana' }]} />
    {/* @ts-expect-error */}
    <tui-contact-list ontui-contact-select={({ conversation }) => conversation} />
  </>
);
