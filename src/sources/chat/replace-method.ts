type Method = (...parameters: never[]) => unknown;
type Wrap = (method: Method) => Method;

/** A method that is replaced once, however many wrap it. */
class ReplacedMethod {
  readonly #target: object;
  readonly #name: PropertyKey;
  readonly #original: Method;
  readonly #descriptor: PropertyDescriptor | undefined;
  readonly #wraps = new Set<Wrap>();
  #composed: Method;
  /** What stands in place of the method. */
  readonly #wrapped: Method = (...parameters) => this.#composed(...parameters);

  constructor(target: object, name: PropertyKey, original: Method) {
    this.#target = target;
    this.#name = name;
    this.#original = original;
    this.#descriptor = Object.getOwnPropertyDescriptor(target, name);
    this.#composed = original;
  }

  /** Returns whether the object took the replacement. */
  install(): boolean {
    return Reflect.set(this.#target, this.#name, this.#wrapped);
  }

  add(wrap: Wrap): void {
    this.#wraps.add(wrap);
    this.#compose();
  }

  /** Returns whether the method is put back; a replacement of others on top of ours prevents that. */
  remove(wrap: Wrap): boolean {
    this.#wraps.delete(wrap);
    this.#compose();
    if (this.#wraps.size > 0) return false;
    if (Reflect.get(this.#target, this.#name) !== this.#wrapped) return false;
    if (this.#descriptor) Reflect.set(this.#target, this.#name, this.#original);
    else Reflect.deleteProperty(this.#target, this.#name);
    return true;
  }

  #compose(): void {
    const base = this.#original.bind(this.#target) as Method;
    this.#composed = [...this.#wraps].reduce((method, wrap) => wrap(method), base);
  }
}

const replaced = new WeakMap<object, Map<PropertyKey, ReplacedMethod>>();

/**
 * Puts a function in place of a method, made of the method itself; returns how to take it away again,
 * in any order, safe to call twice. The method is replaced once, however many wrap it, and put back
 * after the last. A frozen object keeps its own.
 */
export function replaceMethod<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  wrap: (original: Target[Name]) => Target[Name],
): () => void {
  const original = target[name] as Method;
  if (typeof original !== 'function') return () => undefined;
  const methods = replaced.get(target) ?? new Map<PropertyKey, ReplacedMethod>();
  let method = methods.get(name);
  if (!method) {
    method = new ReplacedMethod(target, name, original);
    if (!method.install()) return () => undefined;
    replaced.set(target, methods.set(name, method));
  }
  const own: Wrap = (inner) => wrap(inner as Target[Name]) as Method;
  method.add(own);
  return () => {
    if (method.remove(own)) methods.delete(name);
  };
}
