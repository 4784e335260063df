export function Fails() {
  return (
    <>
      <tui-online-dot user-id={42} />
      {/* wrong */}
      <tui-online-dot status="asleep" />
      {/* wrong */}
      <tui-online-dot usrId="ana" />
      {/* wrong */}
      <tui-online-dot presence="shared" />
      {/* wrong */}
      <tui-contact-list contacts="ana" />
      {/* wrong */}
      <tui-contact-list contacts={[{ name: 'Ana' }]} />
      {/* wrong */}
      <tui-contact-list order="age" />
      {/* wrong */}
      <tui-contact-list group-by="age" />
      {/* wrong */}
      <tui-contact-list ontui-contact-select={(event: MouseEvent) => event} />
      {/* wrong */}
      <tui-contact-list ontui-contact-select={(event) => event.user} />
      {/* wrong */}
      <tui-conversation-list conversations={[{ userID: 'ana' }]} />
      {/* wrong */}
      <tui-conversation-list ontui-conversation-select={(event) => event.contact} />
      {/* wrong */}
      <tui-own-status choices={[{ status: 'away' }]} />
      {/* wrong */}
      <tui-own-status ontui-own-status-change={(event) => event.userID} />
      {/* wrong */}
      <tui-person view="row" />
      {/* wrong */}
      <tui-person person="ana" />
      {/* wrong */}
      <tui-avatar-stack show="offline" />
      {/* wrong */}
      <tui-avatar-stack ontui-contact-select={(event) => event.user} />
      {/* wrong */}
    </>
  );
}
