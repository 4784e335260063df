import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bundleSizes, languageSizes, overBudget } from './sizes.js';
import { ROOT } from './support/run.js';

const read = (name) => readFileSync(join(ROOT, 'dist/cdn', name));

const sizes = [...bundleSizes(), ...languageSizes()];
const names = sizes.map(({ name }) => name);
const languages = languageSizes().map(({ name }) => name);

describe('the bundles', () => {
  it('are one file with everything, one with the dot, and the SDK with and without its engine, and pinyin', () => {
    assert.deepEqual(
      bundleSizes().map(({ name }) => name),
      [
        'tui-online-dot.js',
        'tui-presence-chat.js',
        'tui-presence-engine.js',
        'tui-presence-pinyin.js',
        'tui-presence.iife.js',
        'tui-presence.js',
      ],
    );
  });

  it('are one file for each language that a page loads by itself, which they lack', () => {
    const all = readdirSync(join(ROOT, 'src/i18n/languages'));
    assert.deepEqual(
      languages,
      all.map((file) => `i18n/${file.replace('.ts', '.js')}`),
    );
    assert.ok(read('i18n/de.js').includes('Keine Kontakte'));
    for (const { name } of bundleSizes()) assert.ok(!read(name).includes('Keine Kontakte'), name);
  });

  it('stay within their budgets', () => {
    assert.deepEqual(overBudget(sizes), []);
  });

  it('are ASCII only, so that a page in any encoding reads them', () => {
    const others = names.filter((name) => read(name).some((byte) => byte > 127));
    assert.deepEqual(others, []);
  });

  it('have the integrity that is published with them', () => {
    const hashes = names.map((name) => {
      const hash = createHash('sha384').update(read(name)).digest('base64');
      return [name, `sha384-${hash}`];
    });
    assert.deepEqual(JSON.parse(read('integrity.json')), Object.fromEntries(hashes));
  });

  it('name the licenses of what they contain', () => {
    const first = read('tui-presence.js').toString().slice(0, 400);
    assert.match(first, /lit-html [\d.]+ \(BSD-3-Clause\)/);
    for (const [name, count, holder] of [
      ['tui-presence', 3, /Copyright \(c\) \d+ Google LLC/g],
      ['tui-presence-engine', 5, /Copyright \(c\) Tencent/g],
      ['tui-presence-chat', 1, /Copyright \(c\) Tencent/g],
      ['tui-presence-pinyin', 2, /Copyright \(c\) 20|Apache License\s+Version 2.0/g],
    ]) {
      const texts = read(`${name}.licenses.txt`).toString().split('\n---\n');
      assert.ok(texts.length >= count, name);
      for (const text of texts) assert.match(text, /AS IS[^]*DAMAGES/, text.slice(0, 40));
      assert.ok(texts.join('').match(holder).length >= count, name);
    }
  });

  it('begin with the comment that lets Chromium compile their functions while they load', () => {
    const own = names.filter((name) => !/-(engine|chat|pinyin)\.js$|^i18n/.test(name));
    for (const name of own) {
      assert.match(read(name).toString(), /^\/\/# allFunctionsCalledOnLoad\n/, name);
    }
  });
});
