import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file) => readFileSync(new URL(`../../elements/${file}`, import.meta.url), 'utf8');

/** What `types/tags.ts` says of a tag: the one list behind the typings of every framework. */
const tags = new Map(
  read('types/tags.ts')
    .split(/^ {2}(?='tui-)/m)
    .slice(1)
    .map((text) => {
      const [, tag] = /^'(.*?)'/.exec(text);
      const [, properties] = /properties:([^;]*);/.exec(text);
      const [, events] = /events: (?:object|\{([^}]*)\});/.exec(text);
      return [tag, { properties: namesIn(properties), events: namesIn(events ?? '') }];
    }),
);

function namesIn(text) {
  return [...text.matchAll(/'(.*?)'/g)].map(([, name]) => name).sort();
}

const className = (tag) => tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

describe('the typings', () => {
  it('know every tag', () => {
    assert.equal(tags.size, 6);
  });

  const angular = ['', '-own-status', '-people'].map((name) => read(`types/angular${name}.ts`));
  const directives = new Map(
    angular
      .flatMap((text) => text.split(/^export class /m).slice(1))
      .map((text) => [/^\w+/.exec(text)[0], text]),
  );

  for (const [tag, { properties, events }] of tags) {
    it(`give a template of Angular all inputs of <${tag}>, in each of their four lists`, () => {
      const text = directives.get(`${className(tag)}Directive`);
      const all = (pattern) => [...text.matchAll(pattern)].map(([, name]) => name).sort();
      const [, passedOn] = /passOn\(this, \[([^\]]*)\]/.exec(text);
      const [, inputs] = /'tui-[\w-]+',\s+never,\s+\{([^}]*)\}/.exec(text);
      assert.deepEqual(all(/^ {2}declare (\w+):/gm), properties);
      assert.deepEqual(all(/ngAcceptInputType_(\w+):/g), properties);
      assert.deepEqual(namesIn(passedOn), properties);
      assert.deepEqual(namesIn(inputs), properties);
    });

    it(`give a component of React all events of <${tag}>`, () => {
      const text = read('react.ts');
      const component = text.split(`tagName: '${tag}'`)[1].split('createComponent')[0];
      const [, group] = /events: (\w+)/.exec(component) ?? [];
      const listed = group ? text.split(`const ${group} = {`)[1].split('};')[0] : '';
      assert.deepEqual(namesIn(listed), events);
    });
  }
});
