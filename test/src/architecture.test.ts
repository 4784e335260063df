import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const diagram = /^```mermaid\n([^]*?)^```$/m.exec(text)?.[1] ?? '';

/** The parts in the diagram by their short names, each with the files it stands for. */
const parts = new Map(
  [...diagram.matchAll(/(\w+)\["([^"]+)"\]/g)].map(([, name, path]) => [name!, path!]),
);
const drawn = [...diagram.matchAll(/^ *(\w+)(?:\[[^\]]*\])? --> (\w+)/gm)].map(
  ([, from, to]) => `${parts.get(from!)} --> ${parts.get(to!)}`,
);

const files = ['src', 'elements'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => /(?<!\.d)\.ts$/.test(name)),
);

/** The part a file belongs to, if it is drawn: `x` is one file, `x/` a folder, `x*` what begins so. */
function partOf(file: string): string | undefined {
  return [...parts.values()].find((path) => {
    if (path.endsWith('/')) return file.startsWith(path);
    return path.endsWith('*') ? file.startsWith(path.slice(0, -1)) : file === `${path}.ts`;
  });
}

/** What a file imports of others here, but for their types. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(ROOT, file), 'utf8');
  const pattern = /^(?:import|export)(?! type)\b[^;]*?'(\.[^']+)';/gm;
  return [...code.matchAll(pattern)].map(([, path]) =>
    normalize(join(dirname(file), path!))
      .replaceAll('\\', '/')
      .replace(/\.js$/, '.ts'),
  );
}

describe('the diagram in ARCHITECTURE.md', () => {
  it('draws every import among its parts, and none that is not there', () => {
    const found = files.flatMap((file) =>
      importsOf(file).map((other) => [partOf(file), partOf(other)] as const),
    );
    const arrows = found
      .filter(([from, to]) => from && to && from !== to)
      .map(([from, to]) => `${from} --> ${to}`);
    assert.deepEqual(drawn.toSorted(), [...new Set(arrows)].sort());
  });

  it('draws parts that exist', () => {
    assert.ok(parts.size > 15, `${parts.size} parts`);
    for (const path of parts.values()) {
      assert.ok(files.map(partOf).includes(path), `${path} is no file`);
    }
  });

  it('points upwards nowhere: src imports nothing of elements', () => {
    for (const file of files.filter((name) => name.startsWith('src/'))) {
      for (const other of importsOf(file)) assert.ok(files.includes(other), `${file}: ${other}`);
      assert.deepEqual(
        importsOf(file).filter((other) => !other.startsWith('src/')),
        [],
      );
    }
  });
});
