import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** A path in the sources as the file that ships. */
const shipped = (path) => path?.replace(/^\/?elements\/(.*)\.ts$/, 'dist/elements/$1.js');

const isOpen = (member) =>
  !member.name.startsWith('#') && (member.privacy ?? 'public') === 'public';

/** Keeps what a page may use: the tags, no private members, and the files as they are shipped. */
function publicOnly() {
  return {
    name: 'public-only',
    // After the analyzer has handed down what elements inherit.
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const module of manifest.modules) {
        module.path = shipped(module.path);
        module.declarations = module.declarations?.filter(({ tagName }) => tagName) ?? [];
        const names = module.declarations.map(({ name }) => name);
        module.exports = module.exports?.filter(({ name }) => names.includes(name)) ?? [];
        for (const { declaration } of module.exports) {
          declaration.module = shipped(declaration.module);
        }
        for (const declaration of module.declarations) {
          declaration.members = declaration.members?.filter(isOpen);
          if (declaration.superclass)
            declaration.superclass = { name: 'LitElement', package: 'lit' };
          for (const list of ['members', 'attributes', 'events', 'slots', 'cssParts']) {
            for (const item of declaration[list] ?? []) delete item.inheritedFrom;
          }
        }
      }
      manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length > 0);
    },
  };
}

export default {
  globs: ['elements/**/*.ts'],
  exclude: ['elements/**/*.styles.ts', 'elements/types/**'],
  litelement: true,
  packagejson: false,
  plugins: [
    publicOnly(),
    customElementVsCodePlugin({ outdir: 'dist', cssFileName: null, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false, hideLogs: true }),
  ],
};
