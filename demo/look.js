import { loadLanguage } from './languages.js';
import { peopleMarkup } from './people-tab.js';

const $ = (id) => document.getElementById(id);
const heights = { cosy: ['52px', '36px'], dense: ['44px', '32px'] };
const rightToLeft = ['ar'];

/**
 * Shows the app as the form says.
 *
 * @param {HTMLFormControlsCollection} form
 */
export async function showLook(form) {
  const { theme, density, lang, dir, width, order, group, show } = form;
  const [app, contacts] = [$('app'), $('contacts')];
  document.documentElement.dataset.theme = theme.value;
  app.dataset.density = density.value;
  app.dir = dir.value || (rightToLeft.includes(lang.value) ? 'rtl' : 'ltr');
  if (width.value) $('stage').style.setProperty('--width', `${width.value}px`);
  else $('stage').style.removeProperty('--width');
  contacts.order = order.value;
  contacts.groupBy = group.value;
  contacts.show = show.value;
  showMarkup(form);
  await loadLanguage(lang.value);
  // Of the page, for what is said without an element; the laboratory stays as it is written.
  document.documentElement.lang = lang.value;
}

/** The markup of the tab that is open, for the look that is chosen. */
export function showMarkup({ density, lang, dir, order, group, show }) {
  if (!$('people').hidden) {
    $('markup').textContent = peopleMarkup;
    return;
  }
  const isOther = dir.value || rightToLeft.includes(lang.value);
  const attributes = [
    lang.value !== 'en' && `lang="${lang.value}"`,
    isOther && `dir="${$('app').dir}"`,
    order.value !== 'name' && `order="${order.value}"`,
    group.value !== 'none' && `group-by="${group.value}"`,
    show.value !== 'all' && `show="${show.value}"`,
    'searchable',
  ].filter(Boolean);
  const [row, avatar] = heights[density.value] ?? [];
  const style = row
    ? `<style>
  tui-contact-list {
    --tui-row-height: ${row};
    --tui-avatar-size: ${avatar};
  }
</style>
`
    : '';
  $('markup').textContent =
    `${style}<tui-contact-list ${attributes.join(' ')}>\n</tui-contact-list>\n<tui-conversation-list></tui-conversation-list>`;
}
