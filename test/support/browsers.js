import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where each engine lives when it is installed the usual way. An environment variable goes first,
 * then names on the PATH, then the places the installers of macOS and Windows use.
 */
const PLACES = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    files: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ...windowsFiles('Google/Chrome/Application/chrome.exe'),
    ],
  },
  // The same engine without a window of its own: half the work for a test.
  headlessShell: {
    variable: 'CHROME_PATH',
    names: ['chromium-headless-shell', 'chrome-headless-shell'],
    files: [],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    files: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...windowsFiles('Mozilla Firefox/firefox.exe'),
    ],
  },
  webkit: { variable: 'WEBKIT_DRIVER_PATH', names: ['WebKitWebDriver'], files: [] },
  xvfb: { variable: 'XVFB_PATH', names: ['Xvfb'], files: [] },
};

/** What Debian calls the packages that bring all three engines, a display and the scripts' fonts. */
export const DEBIAN_PACKAGES = [
  'chromium',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'fonts-noto-core',
  'fonts-noto-cjk',
];

/** What Debian calls the Chromium without a window; not every version of Debian has it. */
export const HEADLESS_SHELL_PACKAGE = 'chromium-headless-shell';

/** Flags that keep a Chromium quiet and, as root, able to start at all. */
export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The engines the element tests run in, in the order they are reported. */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/**
 * The path of an engine's program (`webkit`: of its driver), `undefined` when there is none.
 *
 * @param {keyof typeof PLACES} engine
 */
export function findBrowser(engine) {
  const { variable, names, files } = PLACES[engine];
  const path = process.env.PATH ?? '';
  const onPath = names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)));
  return [process.env[variable], ...onPath, ...files].find((file) => file && isProgram(file));
}

/** WebKit's MiniBrowser, which lies beside the library and not on the PATH. */
export function findMiniBrowser() {
  const libraries = ['/usr/lib', '/usr/libexec'];
  const folders = libraries.flatMap((library) => [
    library,
    ...subfolders(library).map((folder) => join(library, folder)),
  ]);
  return folders
    .flatMap((folder) => ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((name) => join(folder, name)))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isProgram);
}

/** The engines that can run here. WebKit needs its driver, its MiniBrowser and a display. */
export function availableEngines() {
  return ENGINES.filter(
    (engine) =>
      findBrowser(engine) && (engine !== 'webkit' || (findMiniBrowser() && findBrowser('xvfb'))),
  );
}

/**
 * Installs the engines where that is one command: as root on Debian.
 * @returns whether an installation was tried and went well
 */
export const installBrowsers = () => installPackages(DEBIAN_PACKAGES);

/**
 * Installs packages of Debian, as root on Debian.
 * @param {readonly string[]} packages
 * @returns whether an installation was tried and went well
 */
export function installPackages(packages) {
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) return false;
  console.log(`Installing ${packages.join(' ')}`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync(
      'apt-get',
      ['install', '-qq', '-y', '--no-install-recommends', ...packages],
      options,
    );
    return true;
  } catch (error) {
    console.error(`They could not be installed: ${error.message}`);
    return false;
  }
}

function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isProgram(join(folder, name)));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function subfolders(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function windowsFiles(file) {
  return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
    .map((variable) => process.env[variable])
    .filter(Boolean)
    .map((folder) => join(folder, file));
}
