import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeAvatar } from '../../../src/contacts/avatar.js';

describe('safeAvatar', () => {
  for (const url of [
    'https://example.com/a.png',
    'HTTP://example.com/a.png',
    'blob:https://example.com/3f2a',
    'data:image/png;base64,AAAA',
    'DATA:IMAGE/svg+xml,<svg/>',
    '//example.com/a.png',
    '/a.png',
    'avatars/a.png?at=12:30',
    './a:b.png',
  ]) {
    it(`lets ${url} through`, () => {
      assert.equal(safeAvatar(url), url);
    });
  }

  it('drops white space in front', () => {
    assert.equal(safeAvatar(' \n\0https://example.com/a.png'), 'https://example.com/a.png');
  });

  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '  javascript:alert(1)',
    '\u0001\u001fjavascript:alert(1)',
    'java\nscript:alert(1)',
    'java' + '\t'.repeat(5000) + 'script:alert(1)',
    'javascript\r\n:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:,a',
    'data:imagehtml/png,a',
    'data: image/png,a',
    'vbscript:a',
    'file:///etc/passwd',
    'filesystem:https://example.com/a.png',
    'view-source:https://example.com',
    'a:b.png',
    '',
    ' \n',
  ]) {
    it(`refuses ${JSON.stringify(url.slice(0, 60))}`, () => {
      assert.equal(safeAvatar(url), undefined);
    });
  }

  it('refuses what is no text', () => {
    for (const value of [
      undefined,
      null,
      5,
      {},
      ['https://example.com/a.png'],
      new URL('https://a'),
    ]) {
      assert.equal(safeAvatar(value), undefined);
    }
  });

  it('lets nothing through that a browser reads as another scheme', () => {
    const piece = fc.constantFrom(
      ...['javascript', 'data', 'https', 'image/png', 'text/html', ':', '/', '//', ',', '?', '#'],
      ...[
        '\t',
        '\n',
        '\r',
        '\0',
        ' ',
        '\u00a0',
        '\u200b',
        'a',
        'A',
        '.',
        '+',
        '-',
        '%3a',
        '\\',
        '1',
      ],
    );
    fc.assert(
      fc.property(fc.string({ unit: piece }), (url) => {
        const safe = safeAvatar(url);
        if (safe !== undefined && URL.canParse(safe, 'https://page.example/in/')) {
          const { protocol, pathname } = new URL(safe, 'https://page.example/in/');
          assert.match(protocol, /^(https?|blob|data):$/);
          assert.ok(protocol !== 'data:' || /^image\//i.test(pathname));
        }
      }),
      { numRuns: 5000 },
    );
  });
});
