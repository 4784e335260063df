import { expect } from '@open-wc/testing';
import { define, VERSION } from '../../elements/define-element.js';

describe('define', () => {
  const warn = console.warn;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => void warnings.push(text);
    Reflect.deleteProperty(globalThis, Symbol.for('tui-presence/warned'));
  });

  afterEach(() => {
    console.warn = warn;
  });

  it('registers an element, and ignores a second registration of it', () => {
    class One extends HTMLElement {}
    define('test-define-one', One);
    define('test-define-one', One);
    expect(customElements.get('test-define-one')).to.equal(One);
    expect(warnings).to.be.empty;
  });

  it('keeps the element of another copy of the same version without a warning', () => {
    class Theirs extends HTMLElement {}
    class Ours extends HTMLElement {}
    define('test-define-copy', Theirs);
    define('test-define-copy', Ours);
    expect(customElements.get('test-define-copy')).to.equal(Theirs);
    expect(warnings).to.be.empty;
  });

  it('warns once when another version or an unknown element has the tag', () => {
    class Older extends HTMLElement {
      static version = '0.9.0';
    }
    customElements.define('test-define-older', Older);
    customElements.define('test-define-unknown', class extends HTMLElement {});
    define('test-define-older', class extends HTMLElement {});
    define('test-define-unknown', class extends HTMLElement {});
    expect(customElements.get('test-define-older')).to.equal(Older);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain('<test-define-older>').and.contain('0.9.0').and.contain(VERSION);
  });

  it('has the version of the package', async () => {
    const { version } = await (await fetch('/package.json')).json();
    expect(VERSION).to.equal(version);
  });
});
