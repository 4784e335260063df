import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const TENCENT = {
  regex: '^@tencentcloud/',
  message: 'Only the engine source, its packages and the login know the engine.',
};
const DEMO = { group: ['**/demo/**'], message: 'Arrows point one way: demo -> elements -> src.' };

/** `no-restricted-imports` does not look at `import()`. */
const noDynamicTencent = {
  selector: 'ImportExpression[source.value=/^@tencentcloud/]',
  message: TENCENT.message,
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'site/',
    'coverage/',
    '**/node_modules/',
    'test/embedding/*/',
    'demo/hosts/',
  ]),
  js.configs.recommended,
  {
    files: ['demo/**/*.js', 'test/bench/implementations/*.js', 'test/e2e/kits/*/page.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['*.js', 'demo/site.js', 'demo/server/**/*.js', 'test/**/*.js'],
    languageOptions: { globals: globals.node },
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // The engine's own maps are plain objects, and emptied in place.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // An index within bounds has to be said to noUncheckedIndexedAccess, and costs no bytes.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/require-await': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { project: './src/tsconfig.json' } },
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            TENCENT,
            DEMO,
            { group: ['**/elements/**'], message: 'src does not know how presence looks.' },
            { regex: '^(@?lit($|[-/]))', message: 'src knows no Lit.' },
            { regex: '^node:', message: 'src runs in browsers too.' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', noDynamicTencent],
      // The types of Node stand in for what browsers and Node share; these are not shared.
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', 'setImmediate'],
    },
  },
  {
    files: ['src/sources/*/*-packages.ts', 'src/login/*.ts'],
    rules: { 'no-restricted-imports': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['elements/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            TENCENT,
            DEMO,
            {
              regex: '^lit/directives/(style-map|unsafe-)',
              message: 'A strict content security policy refuses it; names are text.',
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', noDynamicTencent],
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/ban-attributes': ['error', 'style'],
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-template-arrow': 'error',
      'lit/no-template-bind': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/quoted-expressions': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // `expect(...).to.be.true` is a statement.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            ...['describe', 'it', 'test'].map((name) => safe('node:test', name)),
            safe('chai', 'Equal'),
          ],
        },
      ],
    },
  },
);

/**
 * The promises of node:test's own functions are the runner's business; the typings of
 * `@open-wc/testing` say that `expect(...).to.equal` returns one, which it does not.
 */
function safe(library, name) {
  return { from: 'package', name, package: library };
}
