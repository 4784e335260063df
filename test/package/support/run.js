import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const MODULES = join(ROOT, 'node_modules');

/** Returns what `program` prints; when it fails, the error has its output. */
export function run(program, parameters, cwd) {
  try {
    return execFileSync(program, parameters, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${program} failed\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}
