/**
 * What a visitor has set, in the address of the page, so that it is set again when the address is opened. What was not
 * touched is left out, and stays as the page and the service have it.
 */
export class LinkState {
  #values = new URLSearchParams(location.search);

  /** @param {string} name */
  get(name) {
    return this.#values.get(name) ?? undefined;
  }

  /** @param {string} name */
  has(name) {
    return this.#values.has(name);
  }

  /**
   * @param {string} name
   * @param {string | undefined} value
   */
  set(name, value) {
    if (value === undefined) this.#values.delete(name);
    else this.#values.set(name, value);
    const search = this.#values.size > 0 ? `?${this.#values}` : location.pathname;
    history.replaceState(history.state, '', search);
  }

  /**
   * Remembers the value of a control.
   *
   * @param {HTMLInputElement | HTMLSelectElement} field
   */
  keep(field) {
    this.set(field.name, field.type === 'checkbox' ? (field.checked ? 'on' : 'off') : field.value);
  }

  /**
   * Gives a control its value. One that it does not know leaves it as it is.
   *
   * @param {HTMLInputElement | HTMLSelectElement} field
   */
  restore(field) {
    const value = this.get(field.name);
    if (value === undefined) return;
    if (field.type === 'checkbox') field.checked = value !== 'off';
    else if (!field.options) field.value = value;
    else if ([...field.options].some((option) => option.value === value)) field.value = value;
    else this.#values.delete(field.name);
  }
}
