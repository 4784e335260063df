const content = document.createElement('template');
content.innerHTML = `
  <section>
    <h2 lang="en">In running text <code dir="ltr">view="name"</code></h2>
    <p class="minutes" lang="en" dir="ltr">
      Minutes of Monday: <tui-person view="name"></tui-person> brings the drawings,
      <tui-person view="name"></tui-person> the figures, and we wait for
      <tui-person view="name"></tui-person>.
    </p>
  </section>
  <section>
    <h2 lang="en">In a table <code dir="ltr">&lt;tui-person&gt;</code></h2>
    <table>
      <thead lang="en"><tr><th scope="col">Who</th><th scope="col">Helps with</th></tr></thead>
      <tbody>
        <tr><td><tui-person></tui-person></td><td lang="en">Releases</td></tr>
        <tr><td><tui-person></tui-person></td><td lang="en">Contracts</td></tr>
        <tr><td><tui-person></tui-person></td><td lang="en">Support</td></tr>
      </tbody>
    </table>
  </section>
  <section>
    <h2 lang="en">Pictures alone <code dir="ltr">view="avatar"</code></h2>
    <div class="pictures">
      <tui-person view="avatar"></tui-person><tui-person view="avatar"></tui-person
      ><tui-person view="avatar"></tui-person><tui-person view="avatar"></tui-person>
    </div>
  </section>
  <section>
    <h2 lang="en">Several <code dir="ltr">&lt;tui-avatar-stack max="5" count&gt;</code></h2>
    <tui-avatar-stack id="stack" max="5" count></tui-avatar-stack>
    <tui-avatar-stack max="3" dots label="With dots"></tui-avatar-stack>
  </section>
  <section>
    <h2 lang="en">Yourself <code dir="ltr">&lt;tui-own-status&gt;</code></h2>
    <tui-own-status></tui-own-status>
  </section>
  <section class="half">
    <h2 lang="en">Who is online <code dir="ltr">show="online"</code></h2>
    <tui-contact-list id="online-now" show="online" label="Who is online"></tui-contact-list>
  </section>
  <section class="half">
    <h2 lang="en">A group <code dir="ltr">group-id="group0"</code></h2>
    <tui-contact-list id="crew" group-id="group0" order="status" label="Release crew">
    </tui-contact-list>
  </section>`;

/** The markup of the tab, for who wants to copy it. */
export const peopleMarkup = `<tui-person user-id="ana"></tui-person>
<tui-person user-id="ana" view="name"></tui-person>
<tui-avatar-stack max="5" count></tui-avatar-stack>
<tui-own-status></tui-own-status>
<tui-contact-list show="online"></tui-contact-list>
<tui-contact-list group-id="group0"></tui-contact-list>`;

/**
 * Fills the tab "People", once: persons by ID alone, who change with the friends of the user.
 *
 * @param {HTMLElement} panel
 * @param {import('../src/presence-controller.js').PresenceController} presence
 */
export function fillPeopleTab(panel, presence) {
  if (panel.childElementCount > 0) return;
  panel.append(content.content.cloneNode(true));
  const persons = panel.querySelectorAll('tui-person');
  const show = () => {
    const friends = presence.directory.contacts ?? [];
    const faces = friends.filter(({ avatar, name }) => avatar && name);
    const chosen = faces.length >= persons.length ? faces : friends;
    for (const [place, person] of persons.entries()) person.userId = chosen[place]?.userID ?? '';
  };
  presence.directory.observe(show);
  show();
}
