import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserEnvironment } from '../../src/environment.js';
import { FakeWindow } from '../support/fake-window.js';

/** A page with a picture-in-picture window, as Chromium has it: visible while its opener is hidden. */
function setUp() {
  const pictureInPicture = Object.assign(new EventTarget(), {
    window: null as { document: { hidden: boolean } } | null,
  });
  const globals = Object.assign(new FakeWindow(), { documentPictureInPicture: pictureInPicture });
  return { globals, pictureInPicture, environment: browserEnvironment(globals) };
}

describe('browserEnvironment of a page with a picture-in-picture window', () => {
  it('is visible while that window is, also in a hidden page', () => {
    const { globals, pictureInPicture, environment } = setUp();
    globals.hide(true);
    assert.equal(environment.isVisible(), false);
    pictureInPicture.window = { document: { hidden: false } };
    assert.equal(environment.isVisible(), true);
    pictureInPicture.window.document.hidden = true;
    assert.equal(environment.isVisible(), false);
    pictureInPicture.window = null;
    assert.equal(environment.isVisible(), false);
    globals.hide(false);
    assert.equal(environment.isVisible(), true);
  });

  it('has frames, as its page has them', () => {
    const { globals, pictureInPicture, environment } = setUp();
    pictureInPicture.window = { document: { hidden: false } };
    globals.hide(true);
    let calls = 0;
    environment.requestFrame(() => calls++);
    globals.draw();
    assert.equal(calls, 1);
  });

  it('is active again when the window opens in a hidden page', () => {
    const { globals, pictureInPicture, environment } = setUp();
    globals.hide(true);
    let calls = 0;
    const stop = environment.observeActivity(() => calls++);
    pictureInPicture.dispatchEvent(new Event('enter'));
    assert.equal(calls, 1);
    stop();
    pictureInPicture.dispatchEvent(new Event('enter'));
    assert.equal(calls, 1);
  });
});
