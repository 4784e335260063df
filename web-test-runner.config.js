import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import {
  availableEngines,
  CHROMIUM_FLAGS,
  findBrowser,
  findMiniBrowser,
} from './test/support/browsers.js';
import { countingReporter } from './test/support/counting-reporter.js';
import { startWebKitDriver } from './test/support/webkit-driver.js';

// The element tests, from source, in every engine that is here. `node test/run.js elements` sets
// the variables; `npx wtr --watch` works without them.
const files = process.env.TEST_FILES?.split('\n') ?? ['test/elements/**/*.test.ts'];
const engines = process.env.TEST_ENGINES?.split(',') ?? availableEngines();

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: findBrowser('chromium'), args: CHROMIUM_FLAGS },
    }),
  firefox: () =>
    named(
      'Firefox',
      puppeteerLauncher({
        launchOptions: { browser: 'firefox', executablePath: findBrowser('firefox') },
        createPage: createFirefoxPage,
      }),
    ),
  webkit: async () => {
    const { port, stop } = await startWebKitDriver();
    process.once('exit', stop);
    return named(
      'WebKit',
      webdriverLauncher({
        hostname: '127.0.0.1',
        port,
        path: '/',
        capabilities: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
          'wdio:enforceWebDriverClassic': true,
        },
      }),
    );
  },
};

/** Sizing a page asks for an orientation too, which Firefox 140 and older do not know. */
async function createFirefoxPage({ context }) {
  const page = await context.newPage();
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (viewport) =>
    setViewport(viewport).catch((error) => {
      if (!error.message.includes('setScreenOrientationOverride')) throw error;
    });
  return page;
}

/** The launchers call themselves after their automation; a report should say the engine. */
function named(name, launcher) {
  const initialize = launcher.initialize?.bind(launcher);
  launcher.initialize = async (...parameters) => {
    await initialize?.(...parameters);
    launcher.name = name;
  };
  return launcher;
}

export default {
  files,
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  nodeResolve: true,
  browsers: await Promise.all(engines.map((engine) => launchers[engine]())),
  // One page at a time in each engine: a page in the background has no focus and no frames.
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  // Everything else that a test makes the page say is shown.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { ui: 'bdd', timeout: '10000' } },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countingReporter(process.env.TEST_COUNTS),
  ],
};
