import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MODULES, ROOT, run } from './run.js';

/** What the package depends on, and React for the components that are made for it. */
const LIBRARIES = [
  'pinyin-pro',
  'opencc-js',
  'lit',
  'lit-html',
  'lit-element',
  '@lit',
  '@types/trusted-types',
  'react',
  '@types/react',
  'csstype',
];

/** Typings whose framework an application brings; they are no part of a plain one. */
const FRAMEWORK = /^\.\/types\//;

/** The packed tarball, unpacked in an application that has Lit and React. It needs a build. */
export class InstalledPackage {
  /** The application's folder. */
  app = mkdtempSync(join(tmpdir(), 'tui-presence-package-'));
  home = join(this.app, 'node_modules', 'tui-presence');

  constructor() {
    const { app, home } = this;
    mkdirSync(home, { recursive: true });
    const packed = run(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', app],
      ROOT,
    );
    this.tarball = join(app, basename(JSON.parse(packed)[0].filename));
    run('tar', ['-xzf', this.tarball, '--strip-components=1', '-C', home], app);
    for (const name of LIBRARIES) {
      mkdirSync(join(app, 'node_modules', name, '..'), { recursive: true });
      symlinkSync(join(MODULES, name), join(app, 'node_modules', name), 'junction');
    }
    writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
    this.manifest = JSON.parse(this.read('package.json'));
  }

  /** The paths of all files in the package. */
  get files() {
    return readdirSync(this.home, { recursive: true }).map((file) => file.replaceAll('\\', '/'));
  }

  /** The files that `exports` leads to; a pattern stands for those that it matches. */
  get targets() {
    const named = Object.values(this.manifest.exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    );
    return named.flatMap((target) => {
      const [folder, ending] = target.split('*');
      if (ending === undefined) return target;
      return this.files.map((file) => `./${file}`).filter((file) => file.startsWith(folder));
    });
  }

  /** What an application imports by name: no data, and no typings of a framework it lacks. */
  get entries() {
    const names = Object.keys(this.manifest.exports).filter(
      (name) => !FRAMEWORK.test(name) && !/\.json$|^\.\/dist\//.test(name),
    );
    return names.flatMap((name) => {
      const [folder, ending] = this.manifest.exports[name].default.split('*');
      if (ending === undefined) return name;
      return this.targets
        .filter((file) => file.startsWith(folder) && /(?<!\.d)\.js$/.test(file))
        .map((file) => name.replace('*', file.slice(folder.length, -ending.length)));
    });
  }

  read(file) {
    return readFileSync(join(this.home, file), 'utf8');
  }

  remove() {
    rmSync(this.app, { recursive: true, force: true });
  }
}
