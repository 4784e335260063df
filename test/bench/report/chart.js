/** Bars of the main values. The scale is logarithmic, since the official list would hide the rest. */

const WIDTH = 760;
const LEFT = 150;
const BAR = 16;
const GAP = 34;
const COLORS = {
  hand: ['by hand', '#8a94a6'],
  ours: ['ours', '#0f9150'],
  before: ['before', '#7fb89c'],
  naive: ['naive Lit', '#d08a1d'],
  vue: ['official Vue', '#c23b4b'],
};

export function chart(samples, { count, sizes }) {
  const few = sizes.includes(1000) ? 1000 : sizes[0];
  const number = (value) => value.toLocaleString('en');
  const groups = [
    [`W1 idle ${few}`, `First render of ${number(few)} contacts until idle, ms`],
    [`W1 idle ${count}`, `First render of ${number(count)} until idle, ms`],
    [`W2 1 on ${few}`, `One change on screen among ${number(few)}, ms`],
    [`W2 1 on ${count}`, `One change on screen among ${number(count)}, ms`],
    [
      'W3 cpu 1000',
      `1,000 pushes a second among ${number(count)} (official Vue: 1,000), ms a second`,
    ],
    ['W6', `A frame of scrolling through ${number(count)}, ms`],
  ].filter(([name]) => samples.implementations(name).length > 0);
  const values = groups.flatMap(([name]) =>
    Object.keys(COLORS).flatMap((key) => samples.median(name, key) ?? []),
  );
  const least = Math.log10(Math.min(...values) / 2);
  const most = Math.log10(Math.max(...values));
  const length = (value) => ((Math.log10(value) - least) / (most - least)) * (WIDTH - LEFT - 210);

  const parts = [
    `<text x="10" y="20">CPU of the main thread on a logarithmic scale: shorter is better.</text>`,
  ];
  let top = 20;
  for (const [name, title] of groups) {
    top += GAP;
    parts.push(`<text class="title" x="10" y="${top - 8}">${title}</text>`);
    for (const [key, [label, color]] of Object.entries(COLORS)) {
      const value = samples.median(name, key);
      if (value === undefined) continue;
      const width = Math.max(1, length(value)).toFixed(1);
      const middle = top + BAR - 4;
      parts.push(
        `<text x="${LEFT - 8}" y="${middle}" text-anchor="end">${label}</text>`,
        `<rect x="${LEFT}" y="${top}" width="${width}" height="${BAR - 3}" rx="3" fill="${color}"/>`,
        `<text x="${LEFT + Number(width) + 6}" y="${middle}">${round(value)}${share(samples, name, key)}</text>`,
      );
      top += BAR;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top + 16}" font-family="system-ui, sans-serif" font-size="12">
<style>text { fill: #39414f } .title { font-weight: 600 } @media (prefers-color-scheme: dark) { text { fill: #d5dbe6 } }</style>
${parts.join('\n')}
</svg>
`;
}

/** The share of the pushes that were taken, where it is not all. */
function share(samples, name, implementation) {
  const taken = name === 'W3 cpu 1000' ? samples.median('W3 taken 1000', implementation) : 100;
  return taken < 100 ? `, for ${round(taken)} % of the pushes` : '';
}

const round = (value) =>
  value.toLocaleString('en', {
    maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
  });
