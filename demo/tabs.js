/** Which arrow leads to the next tab, by the direction of the text. */
const steps = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * A row of tabs by the pattern of the ARIA Authoring Practices.
 *
 * @param {HTMLElement} list
 * @param {(tab: HTMLElement) => void} onSelect
 * @returns {(id: string) => void} selects a tab by the ID of its panel; another ID does nothing
 */
export function startTabs(list, onSelect) {
  const tabs = [...list.querySelectorAll('[role=tab]')];
  const panelOf = (tab) => document.getElementById(tab.getAttribute('aria-controls'));

  const select = (chosen) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.ariaSelected = String(isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      panelOf(tab).hidden = !isChosen;
    }
    onSelect(chosen);
  };

  for (const [place, tab] of tabs.entries()) {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', (event) => {
      const isRightToLeft = getComputedStyle(list).direction === 'rtl';
      const step = (steps[event.key] ?? 0) * (isRightToLeft ? -1 : 1);
      const next =
        { Home: tabs[0], End: tabs.at(-1) }[event.key] ??
        (step && tabs.at((place + step) % tabs.length));
      if (!next) return;
      event.preventDefault();
      select(next);
      next.focus();
    });
  }

  return (id) => {
    const tab = tabs.find((each) => each.getAttribute('aria-controls') === id);
    if (tab) select(tab);
  };
}
