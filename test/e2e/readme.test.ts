import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { installedSize } from '../package/installed-size.js';
import {
  addressOf,
  blockOf,
  CHAPTERS,
  elementTable,
  inEnglish,
  inLanguage,
  LANGUAGES,
  readManifest,
  tablesIn,
} from '../package/readme.js';
import { bundleSizes } from '../package/sizes.js';
import { cellsOf, leadsTo, linesOf, linksIn, read, snippetsIn } from './support/document.js';

/** How far a size may be from the one that is stated, before the document is out of date. */
const TOLERANCE = 0.05;

/** How long the README may be: it is read from top to bottom. */
const LINES = 250;

const tags = readManifest()
  .modules.flatMap(({ declarations }: { declarations: { tagName: string }[] }) => declarations)
  .map(({ tagName }: { tagName: string }) => tagName) as string[];

const documents = LANGUAGES.flatMap((language) =>
  CHAPTERS.map((chapter) => ({ chapter, language, file: inLanguage(chapter, language) })),
);

/** Whether a number of kB in a text is that of a file, as far as texts round. */
const isTrue = (stated: number, bytes: number) =>
  Math.abs(stated * 1000 - bytes) / bytes < TOLERANCE;

for (const { chapter, language, file } of documents) {
  describe(file, () => {
    const text = read(file);

    it('has the tables of elements as the manifest has them (else: npm run readme)', () => {
      for (const { name, tag, rows } of tablesIn(text)) {
        assert.deepEqual(
          cellsOf(blockOf(text, name)),
          cellsOf(elementTable(readManifest(), tag, language, rows)),
        );
      }
    });

    it('takes the snippets of the hosts from the hosts', () => {
      const taken = snippetsIn(text).filter(({ from }) => from !== undefined);
      for (const { from, code } of taken) {
        const lines = linesOf(read(from!));
        let at = 0;
        for (const line of linesOf(code)) {
          const found = lines.indexOf(line, at);
          assert.ok(found >= 0, `${from} has no «${line}» after line ${at}`);
          at = found + 1;
        }
      }
    });

    it('leads to its translations', () => {
      const siblings = LANGUAGES.map((other) => inLanguage(chapter, other));
      const led = linksIn(text).map((link) => leadsTo(file, link).path);
      assert.deepEqual(
        siblings.filter((sibling) => sibling !== file && !led.includes(sibling)),
        [],
      );
    });

    it('leads to chapters in its own language', () => {
      const others = linksIn(text)
        .map((link) => leadsTo(file, link).path)
        .filter((path) => path !== undefined && inEnglish(path) !== chapter)
        .filter((path) => CHAPTERS.includes(inEnglish(path!)))
        .filter((path) => path !== inLanguage(inEnglish(path!), language));
      assert.deepEqual(others, []);
    });
  });
}

for (const language of LANGUAGES) {
  const readme = read(inLanguage('README.md', language));

  describe(inLanguage('README.md', language), () => {
    it('is short', () => {
      const lines = readme.split('\n').length;
      assert.ok(lines <= LINES, `${lines} lines`);
    });

    it('shows every element, and leads to every chapter', () => {
      assert.deepEqual(
        tablesIn(readme)
          .map(({ tag }) => tag)
          .sort(),
        [...tags].sort(),
      );
      const led = linksIn(readme).map((link) => leadsTo('README.md', link).path);
      const chapters = CHAPTERS.map((chapter) => inLanguage(chapter, language));
      assert.deepEqual(
        chapters.slice(1).filter((file) => !led.includes(file)),
        [],
      );
    });

    it('has absolute links to the repository, since npm shows it without the files beside it', () => {
      const address = addressOf(JSON.parse(read('package.json')));
      const links = linksIn(readme);
      assert.ok(links.length > 20);
      assert.deepEqual(
        links.filter((link) => !/^https:\/\//.test(link)),
        [],
      );
      const inFiles = links.filter((link) => /\/(blob|raw)\/main\//.test(link));
      assert.deepEqual(
        inFiles.filter((link) => !link.startsWith(`${address}/`)),
        [],
        'npm run readme',
      );
    });

    it('states how much each way of connecting loads', () => {
      const stated = [...readme.matchAll(/^\| .*`(login\(.*?\))`.* (\d+) kB +\|$/gm)];
      const loaded = stated.map(([, call, kB]) => ({
        file: call!.includes('chat') ? 'tui-presence-chat.js' : 'tui-presence-engine.js',
        kB: Number(kB),
      }));
      assert.equal(loaded.length, 2);
      for (const { file, kB } of loaded) {
        const { brotli } = bundleSizes().find(({ name }) => name === file)!;
        assert.ok(isTrue(kB, brotli), `${file}: ${kB} kB, is ${brotli} bytes`);
      }
    });

    it('states what the elements themselves weigh', async () => {
      const [, inApp, asScript] = /^[^|\n]*?(\d+) kB[^|\n]*?(\d+) kB/m.exec(readme)!;
      const { brotli } = bundleSizes().find(({ name }) => name === 'tui-presence.js')!;
      const installed = await installedSize('define');
      assert.ok(isTrue(Number(inApp), installed), `${inApp} kB, is ${installed} bytes`);
      assert.ok(isTrue(Number(asScript), brotli), `${asScript} kB, is ${brotli} bytes`);
    });
  });

  describe(`the chapters in ${language}`, () => {
    it('have relative links, so that they hold in a clone and in a fork', () => {
      const address = addressOf(JSON.parse(read('package.json')));
      for (const chapter of CHAPTERS.slice(1)) {
        const links = linksIn(read(inLanguage(chapter, language)));
        assert.deepEqual(
          links.filter((link) => link.startsWith(address)),
          [],
        );
      }
    });

    it('have the whole table of each element', () => {
      const whole = tablesIn(read(inLanguage('elements/README.md', language)))
        .filter(({ rows }) => rows === undefined)
        .map(({ tag }) => tag);
      assert.deepEqual(whole.sort(), [...tags].sort());
    });

    it('say all that they have of the elements in their own language', () => {
      const meanings = (one: string) =>
        tags
          .flatMap((tag) => cellsOf(elementTable(readManifest(), tag, one)))
          .map((row) => row[2]!);
      const english = new Set(meanings('en'));
      const left = meanings(language).filter((text) => english.has(text) && !/^`/.test(text));
      assert.deepEqual(language === 'en' ? [] : left, []);
    });

    const performance = read(inLanguage('PERFORMANCE.md', language));

    it('state sizes that are true (else: npm run readme)', () => {
      const stated = new Map(
        cellsOf(blockOf(performance, 'sizes')).map(([name, ...kB]) => [
          name,
          kB.map(Number.parseFloat),
        ]),
      );
      for (const { name, raw, gzip, brotli } of bundleSizes()) {
        const row = stated.get(`\`${name}\``) ?? [];
        for (const [index, bytes] of [raw, gzip, brotli].entries()) {
          assert.ok(isTrue(row[index]!, bytes), `${name}: ${row[index]} kB, is ${bytes} bytes`);
        }
      }
    });

    it('state what the package adds to an app', async () => {
      const [all, dot] = await Promise.all(
        ['define', 'define/tui-online-dot'].map((entry) => installedSize(entry)),
      );
      const [, allStated, dotStated] = /`tui-presence\/define`\D*?(\d+) kB[^]*?(\d+) kB/.exec(
        performance,
      )!;
      assert.ok(isTrue(Number(allStated), all!), `define: ${allStated} kB, is ${all}`);
      assert.ok(isTrue(Number(dotStated), dot!), `the dot: ${dotStated} kB, is ${dot}`);
    });
  });
}
