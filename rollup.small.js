import MagicString from 'magic-string';

// Rollup plugins that save bytes where a minifier does not look.

/** Collapses the white space of `css` and `html` templates, which terser leaves alone. */
export function smallTemplates() {
  return {
    name: 'small-templates',
    transform(code) {
      if (!/\b(css|html|svg)\s*`/.test(code)) return null;
      const text = new MagicString(code);
      visit(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression') return;
        const shrink = { css: smallCSS, html: smallHTML, svg: smallHTML }[node.tag.name];
        if (!shrink) return;
        const { quasis } = node.quasi;
        for (const [place, { start, end }] of quasis.entries()) {
          if (end === start) continue;
          let small = shrink(code.slice(start, end));
          // What begins or ends in a line of its own begins and ends with an element.
          if (place === 0 && /^\n/.test(code.slice(start))) small = small.trimStart();
          if (place === quasis.length - 1) small = small.trimEnd();
          text.update(start, end, small);
        }
      });
      return { code: text.toString(), map: null };
    },
  };
}

/**
 * Strings stay as they are, and so does the space before a colon (`a :hover` is not `a:hover`) and
 * around an operator (`calc`).
 */
function smallCSS(css) {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/("[^"]*"|'[^']*')|[ \t\r\n]+/g, (_, string) => string ?? ' ')
    .replace(
      /("[^"]*"|'[^']*')|;? ?([{};,]|: ) ?/g,
      (match, string, mark) => string ?? mark.trim(),
    );
}

/** One space stays where there was any, so that no two words or inline elements join. */
function smallHTML(html) {
  return html.replace(/<!--.*?-->/gs, '').replace(/[ \t\r\n]+/g, ' ');
}

function visit(node, enter) {
  if (Array.isArray(node)) node.forEach((child) => visit(child, enter));
  else if (typeof node?.type === 'string') {
    enter(node);
    Object.values(node).forEach((child) => visit(child, enter));
  }
}

const SHORT = 'tesnriaohcldupfgmvwybxk_AS$CEOMUDIPzTNLRHjqBWFKVZJXYQG';

/**
 * Names the private members of each class from the start of the alphabet: the minifier gives every
 * class names of its own, and so new ones to whatever compresses. No class stands in another.
 */
export function shortNames() {
  return {
    name: 'short-names',
    renderChunk(code) {
      const text = new MagicString(code);
      visit(this.parse(code), (node) => {
        if (node.type !== 'ClassBody') return;
        const names = new Map();
        visit(node.body, (inner) => {
          if (inner.type === 'ClassBody') this.error('a class in a class');
          if (inner.type !== 'PrivateIdentifier') return;
          if (!names.has(inner.name)) names.set(inner.name, SHORT[names.size]);
          text.update(inner.start + 1, inner.end, names.get(inner.name));
        });
        if (names.size > SHORT.length) this.error('a class with too many private members');
      });
      return { code: text.toString(), map: null };
    },
  };
}

/**
 * Chromium compiles the functions of a script that begins so while it loads, away from the main
 * thread: a first list of 100 takes 12 ms instead of 15. To others it is a comment.
 */
export function compiledAtOnce() {
  return {
    name: 'compiled-at-once',
    renderChunk: (code) => ({ code: `//# allFunctionsCalledOnLoad\n${code}`, map: null }),
  };
}
