import { relative } from 'node:path';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

let checker;

/** A path in the sources as the file that ships. */
const shipped = (path) =>
  `dist/${relative('.', path).replaceAll('\\', '/').replace(/\.ts$/, '.js')}`;

const isOpen = (member) =>
  !member.name.startsWith('#') && (member.privacy ?? 'public') === 'public';

/** Writes the words of a union such as `ContactOrder` out: an editor offers them. */
function spelledOut() {
  return {
    name: 'spelled-out',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isPropertyDeclaration(node)) return;
      const type = checker.getTypeAtLocation(node);
      const types = (type.types ?? []).filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
      const words = types.map((each) => each.isStringLiteral() && `'${each.value}'`);
      if (words.length === 0 || words.includes(false)) return;
      const owner = moduleDoc.declarations.find(({ name }) => name === node.parent.name?.text);
      const name = node.name.getText();
      for (const item of [...(owner?.members ?? []), ...(owner?.attributes ?? [])]) {
        if (item.name === name || item.fieldName === name) item.type = { text: words.join(' | ') };
      }
    },
  };
}

/** Keeps what a page may use: the tags, no private members, and the files as they are shipped. */
function publicOnly() {
  return {
    name: 'public-only',
    // After the analyzer has handed down what elements inherit.
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const module of manifest.modules) {
        module.path = shipped(module.path);
        module.declarations = module.declarations?.filter(({ tagName }) => tagName) ?? [];
        module.declarations.forEach(keepOpen);
        const names = module.declarations.map(({ name }) => name);
        module.exports = module.exports?.filter(({ name }) => names.includes(name)) ?? [];
        for (const { declaration } of module.exports) {
          declaration.module = shipped(declaration.module);
        }
      }
      manifest.modules = manifest.modules.filter(({ declarations }) => declarations.length > 0);
    },
  };
}

function keepOpen(declaration) {
  declaration.members = declaration.members?.filter(isOpen);
  // The analyzer takes the first argument of an event class for the name of an event.
  declaration.events = declaration.events?.filter(({ description }) => description);
  // The bases in between are private.
  declaration.superclass = { name: 'LitElement', package: 'lit' };
  for (const list of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties']) {
    for (const item of declaration[list] ?? []) {
      delete item.inheritedFrom;
      // It adds what is optional to a type that says so already.
      if (item.type) item.type.text = item.type.text.replace(/( \| undefined)+$/, ' | undefined');
    }
  }
}

export default {
  globs: ['elements/**/*.ts'],
  exclude: ['elements/**/*.styles.ts', 'elements/types/**'],
  litelement: true,
  packagejson: false,
  overrideModuleCreation({ ts, globs }) {
    const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
    const program = ts.createProgram(globs, options);
    checker = program.getTypeChecker();
    return globs.map((file) => program.getSourceFile(file)).filter(Boolean);
  },
  plugins: [
    spelledOut(),
    publicOnly(),
    customElementVsCodePlugin({ outdir: 'dist', cssFileName: null, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false, hideLogs: true }),
  ],
};
