import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ways to resolve a module, with the kind of module that goes with each. */
const RESOLUTIONS = { node16: 'node16', nodenext: 'nodenext', bundler: 'esnext' };
const ALL_RESOLUTIONS = { node10: 'esnext', ...RESOLUTIONS };

const COMPILERS = {
  '5.0': ALL_RESOLUTIONS,
  5.4: ALL_RESOLUTIONS,
  5.9: ALL_RESOLUTIONS,
  '7.0': RESOLUTIONS,
};

/** The frameworks' own typings want a younger compiler, or another resolution. */
const FILES = {
  '5.9 bundler': ['preact.tsx', 'solid.tsx'],
  '7.0 bundler': ['preact.tsx', 'solid.tsx'],
};

/** The other Preact in place of the installed one. */
const PREACT_11 = {
  preact: ['./node_modules/preact-11/src/index.d.ts'],
  'preact/jsx-runtime': ['./node_modules/preact-11/jsx-runtime/src/index.d.ts'],
};
const PATHS = { '7.0 bundler': PREACT_11 };

/**
 * Compiles an application with compilers from 5.0 on in every way to resolve a module, declarations of
 * the package and of its libraries included.
 *
 * @param {import('./host-app.js').HostApp} app the folder in which the package is installed
 * @throws with everything that the compilers print
 */
export async function compiles(app) {
  const complaints = [];
  for (const [version, resolutions] of Object.entries(COMPILERS)) {
    for (const [moduleResolution, module] of Object.entries(resolutions)) {
      const name = `${version} ${moduleResolution}`;
      const files = ['entries.ts', 'react.tsx', 'classic.ts', ...(FILES[name] ?? [])];
      writeFileSync(
        join(app.folder, 'tsconfig.json'),
        tsconfig({ module, moduleResolution, paths: PATHS[name] }, files),
      );
      const tsc = `node_modules/typescript-${version}/bin/tsc`;
      const output = await app.run(process.execPath, [tsc, '-p', '.'], { mayFail: true });
      if (output.trim() !== '') complaints.push(`TypeScript ${name}\n${output}`);
    }
  }
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

function tsconfig(options, files) {
  return JSON.stringify({
    compilerOptions: {
      ...options,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      jsx: 'react-jsx',
      strict: true,
      skipLibCheck: false,
      esModuleInterop: true,
      noEmit: true,
    },
    files,
  });
}
