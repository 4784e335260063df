/** A window with a document, whose frames the test draws. */
export class FakeWindow extends EventTarget {
  readonly document = Object.assign(new EventTarget(), {
    hidden: false,
    documentElement: { lang: '' },
  });
  readonly navigator = { onLine: true };
  readonly errors: unknown[] = [];
  readonly #listening: string[] = [];
  #frames: (() => void)[] = [];

  constructor() {
    super();
    for (const target of [this, this.document]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (type: string, ...rest: unknown[]) => {
        this.#listening.push(type);
        addEventListener.call(target, type, ...(rest as [() => void]));
      };
      target.removeEventListener = (type: string, ...rest: unknown[]) => {
        this.#listening.splice(this.#listening.indexOf(type), 1);
        removeEventListener.call(target, type, ...(rest as [() => void]));
      };
    }
  }

  get listening(): string[] {
    return [...this.#listening].sort();
  }

  requestAnimationFrame = (callback: () => void): number => this.#frames.push(callback);

  reportError = (error: unknown): void => {
    this.errors.push(error);
  };

  get frames(): number {
    return this.#frames.length;
  }

  draw(): void {
    const frames = this.#frames;
    this.#frames = [];
    for (const frame of frames) frame();
  }

  hide(hidden: boolean): void {
    this.document.hidden = hidden;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}
