/**
 * The selects of the panels: by form and name the label, then the values with what they are called.
 * The first value is the default, unless another one is named.
 */
const controls = {
  world: {
    rate: {
      label: 'Status changes',
      values: {
        0: 'None',
        2: 'Calm, 2 a second',
        8: 'Lively, 8 a second',
        40: 'Busy, 40 a second',
        200: 'Storm, 200 a second',
      },
      byDefault: '2',
    },
    talk: {
      label: 'Messages',
      values: { 0: 'None', 2: 'Lively, every 2 s', 10: 'Calm, every 10 s' },
      byDefault: '10',
    },
    user: { label: 'You are', values: { alice: 'Alice', bob: 'Bob', carol: 'Carol' } },
    service: {
      label: 'User status',
      values: {
        on: 'works',
        off: 'is off in the console (72001)',
        plan: 'is not in the plan (3122)',
      },
    },
    delay: {
      label: 'Responses come',
      values: { 0: 'at once', 300: 'after 0.3 s', 1500: 'after 1.5 s', 4000: 'after 4 s' },
    },
    instances: {
      label: 'Logins per account',
      values: { 1: 'one, the next ends it', 2: 'two', 10: 'ten' },
    },
  },
  look: {
    theme: {
      label: 'Theme',
      values: { '': 'as the system', light: 'light', dark: 'dark' },
    },
    lang: { label: 'Language', values: {} },
    dir: {
      label: 'Direction',
      values: { '': 'of the language', ltr: 'left to right', rtl: 'right to left' },
    },
    width: {
      label: 'Width',
      values: { '': 'all there is', 640: '640 px', 480: '480 px', 360: '360 px', 280: '280 px' },
      byDefault: '',
    },
    density: {
      label: 'Density',
      values: { '': 'roomy, 60 px', cosy: 'cosy, 52 px', dense: 'dense, 44 px' },
    },
    order: {
      label: 'Order',
      values: { status: 'online first', name: 'by name', given: 'as given' },
    },
    group: {
      label: 'Headings',
      values: {
        status: 'by status',
        initial: 'by first letter',
        group: 'by friend group',
        none: 'none',
      },
    },
    show: { label: 'Show', values: { all: 'all contacts', online: 'who is online' } },
  },
};

/** Adds the selects to the panels, in this order. */
export function addControls() {
  for (const [form, selects] of Object.entries(controls)) {
    const fields = document.querySelector(`#${form} .fields`);
    for (const [name, select] of Object.entries(selects)) fields.append(field(name, select));
  }
}

function field(name, { label, values, byDefault = Object.keys(values)[0] }) {
  const select = document.createElement('select');
  select.name = name;
  for (const [value, text] of Object.entries(values)) {
    select.add(new Option(text, value, value === byDefault, value === byDefault));
  }
  const field = document.createElement('label');
  const caption = document.createElement('span');
  caption.textContent = label;
  field.append(caption, select);
  return field;
}
