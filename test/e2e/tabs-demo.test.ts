import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startDemoServer } from '../../demo/server/index.js';
import { launchChromium } from '../support/launch-chromium.js';
import { flip, fortyFriends, viewport } from './support/forty-friends.js';

let browser: Browser;
let demo: Awaited<ReturnType<typeof startDemoServer>>;

before(async () => {
  browser = await launchChromium();
  demo = await startDemoServer({ world: fortyFriends() });
});

after(async () => {
  await browser.close();
  await demo.close();
});

const leads = (page: Page, text: string) =>
  page.locator('#leader', { hasText: text }).waitFor({ state: 'visible' });

test('two playgrounds side by side share one login, and say which of them has it', async () => {
  const context = await browser.newContext({ viewport });
  const first = await context.newPage();
  await first.goto(demo.url);
  await leads(first, 'This tab is logged in');
  const opened = context.waitForEvent('page');
  await first.click('button[name=tab]');
  const second = await opened;
  await leads(second, 'Another tab is logged in');
  const ledger = demo.chat.ledger.of('alice');
  assert.equal(ledger.logins, 1);
  flip(demo.chat, 'user0');
  const status = ['unknown', 'online', 'offline', 'not-logged-in'][
    demo.chat.world.statusOf('user0').status
  ]!;
  for (const page of [first, second]) {
    await page.waitForFunction(
      (expected) =>
        document
          .querySelector('tui-contact-list')!
          .shadowRoot!.querySelector('[data-user-id=user0]')
          ?.getAttribute('data-status') === expected,
      status,
    );
  }
  await first.close();
  await leads(second, 'This tab is logged in');
  await second.waitForFunction(
    () =>
      document
        .querySelector('tui-contact-list')!
        .shadowRoot!.querySelector('[data-user-id=user0]')
        ?.getAttribute('data-freshness') === 'live',
  );
  assert.equal(ledger.logins, 2);
  await second.locator('#again').waitFor({ state: 'hidden' });
  await context.close();
});
