import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '../../demo/server/random.js';
import { talkIn, talkWith } from '../../demo/server/talk.js';
import { makeWorld, talkOn } from '../../demo/server/world.js';

const scripts = {
  zh: /^[^\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ar: /\p{Script=Arabic}/u,
  en: /^[\p{Script=Latin}\p{Script=Common}]+$/u,
};

const linesOf = (world, { type, id }) =>
  type === 1 ? talkWith(id, world.users.get(id).language) : talkIn(id);

describe('the talk of a world', () => {
  it('is in the language of each partner, and stands somewhere in its script', () => {
    const world = makeWorld({ friends: 250, conversations: 100 });
    const { conversations } = world.account('alice');
    for (const conversation of conversations.filter(({ type }) => type === 1)) {
      const { language } = world.users.get(conversation.id);
      assert.match(conversation.text, scripts[language], conversation.id);
    }
    for (const conversation of conversations) {
      const line = linesOf(world, conversation)[conversation.line];
      assert.equal(conversation.text, line.text);
      assert.equal(conversation.from === 'alice', line.isOwn);
      assert.ok(!line.isOwn || conversation.unread === 0, 'an own message is not unread');
    }
  });

  it('has statuses, remarks and groups of friends in the language of each person', () => {
    const world = makeWorld({ friends: 250 });
    for (const { userID, remark, groups } of world.account('alice').friends.values()) {
      const { language } = world.users.get(userID);
      const said = [remark, ...groups, world.statusOf(userID).customStatus].filter(Boolean);
      // Chinese characters are no sign of Japanese that is not.
      const script = language === 'ja' ? /[^\p{Script=Latin}]/u : scripts[language];
      for (const words of said) assert.match(words, script, userID);
    }
  });

  it('shows a mention, a draft, a pinned one and unread ones among the first', () => {
    const first = makeWorld().account('alice').conversations.slice(0, 8);
    for (const kind of ['mention', 'draft', 'pinned', 'unread']) {
      assert.ok(
        first.some((conversation) => conversation[kind]),
        kind,
      );
    }
  });

  it('goes on with the next line of somebody who is online, and passes over own lines', () => {
    const world = makeWorld();
    const random = seededRandom(7);
    for (let time = 1; time <= 200; time += 1) {
      const before = new Map(
        world.account('alice').conversations.map((one) => [one.type + one.id, one]),
      );
      talkOn(world, 'alice', { time, random });
      const [now] = world.account('alice').conversations;
      assert.equal(now.time, time);
      assert.equal(world.statusOf(now.from).status, 1);
      assert.notEqual(now.from, 'alice');
      const lines = linesOf(world, now);
      const was = before.get(now.type + now.id);
      const passed = Array.from(
        { length: (now.line - was.line + lines.length) % lines.length },
        (_, step) => lines[(was.line + step) % lines.length],
      ).slice(1);
      assert.ok(passed.every(({ isOwn }) => isOwn));
      assert.equal(now.text, lines[now.line].text);
      assert.equal(now.unread, was.unread + 1);
      if (now.type === 2) assert.ok(world.speakersOf(now.id).includes(now.from));
    }
  });

  it('is silent while no user is online, and lets one write who is asked to', () => {
    const world = makeWorld({ friends: 5, conversations: 3 });
    for (const userID of world.users.keys()) world.setStatus(userID, { status: 3 });
    const [before] = world.account('alice').conversations;
    talkOn(world, 'alice', { time: 1 });
    assert.equal(world.account('alice').conversations[0], before);
    for (const from of ['bob', 'user2']) {
      talkOn(world, 'alice', { time: 2, from });
      const [{ id, unread }] = world.account('alice').conversations;
      assert.deepEqual([id, unread > 0], [from, true]);
    }
  });
});
