import type { LitElement, PropertyDeclarations, PropertyValues, ReactiveController } from 'lit';
import { render } from 'lit/html.js';
import type { Styles } from '../css.js';
import { Base } from '../html-element.js';

/** What pages and lists know of Lit's element. */
type Known = Pick<
  LitElement,
  | 'addController'
  | 'attributeChangedCallback'
  | 'connectedCallback'
  | 'disconnectedCallback'
  | 'hasUpdated'
  | 'isUpdatePending'
  | 'renderRoot'
  | 'requestUpdate'
  | 'updateComplete'
>;

type Properties = Record<PropertyKey, unknown>;

// What a server has drawn is drawn anew.
export const isServed = (): boolean => false;
export const servedController = (): undefined => undefined;
export const isHydrated = (): boolean => false;

/** The properties that ask for an update, and whether an attribute of that name shows them. */
const PROPERTIES = new Map<string, boolean | undefined>();

/** Properties by attribute, with their type. */
const ATTRIBUTES = new Map<string, readonly [name: string, type: unknown]>();

/**
 * What the lists use of `LitElement`, in the same order and at the same time, without what they do
 * not: converters, decorators, hydration, reflection of anything but booleans. It takes its place in
 * the bundles for script tags, and saves them 1.3 kB.
 */
export abstract class BaseElement extends Base implements Known {
  static properties: PropertyDeclarations;
  static styles: Styles;

  static get observedAttributes(): string[] {
    return defineProperties(this, this.prototype);
  }

  /** What a page had set before the tag was registered. */
  readonly #given: [string, unknown][] = Object.entries(this).filter(([name]) =>
    PROPERTIES.has(name),
  );
  readonly #controllers: ReactiveController[] = [];
  #changed = new Map<PropertyKey, unknown>();
  renderRoot!: HTMLElement | DocumentFragment;
  hasUpdated = false;
  isUpdatePending = false;
  updateComplete = Promise.resolve(true);

  constructor() {
    super();
    for (const [name] of this.#given) delete (this as unknown as Properties)[name];
  }

  protected abstract render(): unknown;
  protected willUpdate(_changed: PropertyValues): void {}
  protected updated(_changed: PropertyValues): void {}

  protected abstract createRenderRoot(): HTMLElement | DocumentFragment;

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(attribute: string, _before: string | null, text: string | null): void {
    const [name, type] = ATTRIBUTES.get(attribute)!;
    (this as unknown as Properties)[name] = type === Boolean ? text !== null : text;
  }

  requestUpdate(name?: PropertyKey, before?: unknown): void {
    if (name) {
      if (Object.is((this as unknown as Properties)[name], before)) return;
      if (!this.#changed.has(name)) this.#changed.set(name, before);
    }
    // The first connection draws all at once.
    if (this.isUpdatePending || !this.renderRoot) return;
    this.isUpdatePending = true;
    this.updateComplete = Promise.resolve().then(() => this.#update());
  }

  #update(): boolean {
    for (const [name, value] of this.#given.splice(0))
      (this as unknown as Properties)[name] = value;
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      for (const controller of this.#controllers) controller.hostUpdate?.();
      for (const [name, isReflected] of PROPERTIES) {
        if (isReflected && changed.has(name)) {
          this.toggleAttribute(name, !!(this as unknown as Properties)[name]);
        }
      }
    } finally {
      // An update that failed is not tried again, but the next one is.
      this.#changed = new Map();
      this.isUpdatePending = false;
    }
    render(this.render(), this.renderRoot as HTMLElement, { host: this });
    this.hasUpdated = true;
    this.updated(changed);
    return !this.isUpdatePending;
  }
}

/** Gives `target` the properties of a class and of those it extends; returns their attributes. */
function defineProperties(type: typeof BaseElement, target: object): string[] {
  if (type === BaseElement) return [];
  const attributes = Object.entries(type.properties).flatMap(([name, options]) => {
    const { attribute = name.toLowerCase(), reflect, type: kind } = options;
    PROPERTIES.set(name, reflect);
    defineAccessor(target, name, type.prototype);
    if (typeof attribute !== 'string') return [];
    ATTRIBUTES.set(attribute, [name, kind]);
    return [attribute];
  });
  return [...attributes, ...defineProperties(Object.getPrototypeOf(type) as typeof type, target)];
}

/** Asks for an update whenever a property is set; one with an accessor of its own keeps that. */
function defineAccessor(target: object, name: string, declared: object): void {
  const own = Object.getOwnPropertyDescriptor(declared, name);
  const key = Symbol();
  Object.defineProperty(target, name, {
    get(this: Properties) {
      return own ? own.get!.call(this) : this[key];
    },
    set(this: BaseElement & Properties, value: unknown) {
      const before = this[name];
      if (own) own.set!.call(this, value);
      else this[key] = value;
      this.requestUpdate(name, before);
    },
    configurable: true,
  });
}
