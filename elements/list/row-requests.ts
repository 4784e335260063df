/** What the rows of a list can be asked for. */
export interface RequestedRows {
  /** Makes an item active and brings it into view. */
  show(key: string): void;
  focus(): void;
}

/** What a page asks of the rows before they are drawn, kept until they are. */
export class RowRequests {
  #shown: string | undefined;
  #suggested: string | undefined;
  #isFocusRequested = false;

  /** Keeps the item to show: the last one counts. */
  show(key: string): void {
    this.#shown = key;
  }

  /** Keeps an item to show unless `show` is called: the last one counts. */
  suggest(key: string): void {
    this.#suggested = key;
  }

  focus(): void {
    this.#isFocusRequested = true;
  }

  /**
   * Does what was asked for.
   *
   * @param isFocusFree whether the focus may be taken
   */
  settle(rows: RequestedRows, isFocusFree: boolean): void {
    const shown = this.#shown ?? this.#suggested;
    const isFocusRequested = this.#isFocusRequested;
    this.#shown = this.#suggested = undefined;
    this.#isFocusRequested = false;
    if (shown !== undefined) rows.show(shown);
    if (isFocusRequested && isFocusFree) rows.focus();
  }
}
