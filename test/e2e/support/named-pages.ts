import type { CDPSession } from 'playwright-core';
import { availableEngines, findMiniBrowser } from '../../support/browsers.js';
import { launchChromium } from '../../support/launch-chromium.js';
import { Marionette } from '../../support/marionette.js';
import { startWebKitDriver } from '../../support/webkit-driver.js';

/** A page in one engine, and what the engine tells assistive technology of its elements. */
export interface NamedPage {
  goto(url: string): Promise<void>;
  /** Runs the body of a function in the page. */
  run(body: string): Promise<unknown>;
  /** The computed role and name of each element of an array in the page, as in `option: Ana`. */
  namesOf(expression: string): Promise<string[]>;
  close(): Promise<void>;
}

/** How a WebDriver names an element in JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type ElementReference = Record<typeof ELEMENT, string>;

/** A role of ARIA has two spellings, and engines choose. */
const described = (role: string, name: string): string =>
  `${role === 'image' ? 'img' : role}: ${name}`;

const openers: Readonly<Record<string, () => Promise<NamedPage>>> = {
  chromium: async () => new ChromiumPage(await launchChromium()),
  firefox: async () => new FirefoxPage(await Marionette.start()),
  webkit: () => WebKitPage.open(),
};

/** Opens a page in each engine that is installed here. */
export const ENGINES: readonly { name: string; open: () => Promise<NamedPage> }[] =
  availableEngines().map((name) => ({ name, open: openers[name]! }));

type ChromiumBrowser = Awaited<ReturnType<typeof launchChromium>>;

class ChromiumPage implements NamedPage {
  readonly #browser: ChromiumBrowser;
  #devTools!: CDPSession;

  constructor(browser: ChromiumBrowser) {
    this.#browser = browser;
  }

  async goto(url: string): Promise<void> {
    const page = await this.#browser.newPage();
    this.#devTools = await page.context().newCDPSession(page);
    await this.#devTools.send('Accessibility.enable');
    await page.goto(url);
  }

  async run(body: string): Promise<unknown> {
    const { result } = await this.#evaluate(body, true);
    return result.value as unknown;
  }

  async namesOf(expression: string): Promise<string[]> {
    const count = Number(await this.run(`return (${expression}).length`));
    const names: string[] = [];
    for (let index = 0; index < count; index++) {
      const { result } = await this.#evaluate(`return (${expression})[${index}]`, false);
      const { nodes } = await this.#devTools.send('Accessibility.getPartialAXTree', {
        objectId: result.objectId!,
        fetchRelatives: false,
      });
      const [node] = nodes;
      names.push(described(String(node?.role?.value), String(node?.name?.value ?? '')));
    }
    return names;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  #evaluate(body: string, returnByValue: boolean) {
    return this.#devTools.send('Runtime.evaluate', {
      expression: `(async () => { ${body} })()`,
      awaitPromise: true,
      returnByValue,
    });
  }
}

class FirefoxPage implements NamedPage {
  readonly #firefox: Marionette;

  constructor(firefox: Marionette) {
    this.#firefox = firefox;
  }

  async goto(url: string): Promise<void> {
    await this.#firefox.send('WebDriver:Navigate', { url });
  }

  run(body: string): Promise<unknown> {
    return this.#firefox.send('WebDriver:ExecuteScript', { script: body, args: [] });
  }

  async namesOf(expression: string): Promise<string[]> {
    const elements = (await this.run(`return (${expression})`)) as ElementReference[];
    const names: string[] = [];
    for (const { [ELEMENT]: id } of elements) {
      const role = await this.#firefox.send('WebDriver:GetComputedRole', { id });
      const name = await this.#firefox.send('WebDriver:GetComputedLabel', { id });
      names.push(described(String(role), String(name)));
    }
    return names;
  }

  close(): Promise<void> {
    return this.#firefox.stop();
  }
}

class WebKitPage implements NamedPage {
  readonly #session: string;
  readonly #stop: () => void;

  private constructor(session: string, stop: () => void) {
    this.#session = session;
    this.#stop = stop;
  }

  static async open(): Promise<WebKitPage> {
    const { port, stop } = await startWebKitDriver();
    const url = `http://127.0.0.1:${port}/session`;
    const { sessionId } = (await request(url, 'POST', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
        },
      },
    })) as { sessionId: string };
    return new WebKitPage(`${url}/${sessionId}`, stop);
  }

  async goto(url: string): Promise<void> {
    await request(`${this.#session}/url`, 'POST', { url });
  }

  run(body: string): Promise<unknown> {
    return request(`${this.#session}/execute/sync`, 'POST', { script: body, args: [] });
  }

  async namesOf(expression: string): Promise<string[]> {
    const elements = (await this.run(`return (${expression})`)) as ElementReference[];
    const names: string[] = [];
    for (const { [ELEMENT]: id } of elements) {
      const role = await request(`${this.#session}/element/${id}/computedrole`, 'GET');
      const name = await request(`${this.#session}/element/${id}/computedlabel`, 'GET');
      names.push(described(String(role), String(name)));
    }
    return names;
  }

  async close(): Promise<void> {
    await request(this.#session, 'DELETE');
    this.#stop();
  }
}

/** @throws an error with the words of the driver */
async function request(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}
