import { fixture, html } from '@open-wc/testing';
import '../../elements/define/tui-person.js';
import type { TuiPerson } from '../../elements/tui-person.js';
import type { MemorySourceOptions } from '../../src/sources/memory-source.js';
import { A_WHILE, startPresence } from './elements.js';
import type { TestPresence } from './elements.js';

/** Ana, a stranger with a profile, and Ben, a friend whom the logged-in user calls Benny. */
const PEOPLE: MemorySourceOptions = {
  contacts: [{ userID: 'ben', name: 'Ben', remark: 'Benny' }],
  persons: [{ userID: 'ana', name: 'Ana' }],
};

/** Waits until the browser has reported which elements are in view. */
export async function viewReported(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

/** A person on a page, with a presence on the clock of the test. */
export class PersonPage {
  readonly person: TuiPerson;
  readonly presence: TestPresence;

  constructor(person: TuiPerson, presence: TestPresence) {
    this.person = person;
    this.presence = presence;
  }

  /** Shows a user, by default Ana, who is online, and waits until the service has answered. */
  static async open(
    properties: Record<string, unknown> = {},
    { presence = startPresence(PEOPLE), parent = 'div' } = {},
  ): Promise<PersonPage> {
    presence.source.setStatus('ana', 'online');
    const person = document.createElement('tui-person');
    Object.assign(person, { userId: 'ana', presence: presence.controller }, properties);
    const around = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement(parent);
    inner.append(person);
    around.append(inner);
    const page = new PersonPage(person, presence);
    await page.pass(A_WHILE);
    return page;
  }

  /** Lets time pass and the element draw its changes. */
  async pass(ms: number): Promise<void> {
    await this.person.updateComplete;
    await viewReported();
    await this.person.updateComplete;
    await this.presence.environment.pass(ms);
    await this.person.updateComplete;
  }

  find(selector: string): HTMLElement | null {
    return this.person.shadowRoot!.querySelector<HTMLElement>(selector);
  }

  get name(): string | undefined {
    return this.find('[part=name]')?.textContent;
  }

  /** The status in words, as it is seen. */
  get status(): string | undefined {
    return this.find('[part=status]')?.textContent;
  }

  /** What is spoken of a person whose name is text. */
  get spoken(): string {
    const all = this.person.shadowRoot!.querySelectorAll('[part=name], .said');
    return [...all].map(({ textContent }) => textContent).join('');
  }

  get dot(): HTMLElement | null {
    return this.find('[part~=dot]');
  }

  get box(): HTMLElement {
    return this.find('.box')!;
  }
}
