/**
 * Puts another function in place of a method, made of the method itself; returns how to put the
 * method back. What is frozen keeps its own.
 */
export function replaceMethod<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  wrap: (original: Target[Name]) => Target[Name],
): () => void {
  const original = target[name];
  if (typeof original !== 'function') return () => undefined;
  const own = Object.getOwnPropertyDescriptor(target, name);
  const wrapped = wrap(original.bind(target) as Target[Name]);
  if (!Reflect.set(target, name, wrapped)) return () => undefined;
  return () => {
    // Somebody who wrapped ours since keeps working; ours only passes on after the stop.
    if (target[name] !== wrapped) return;
    if (own) target[name] = original;
    else Reflect.deleteProperty(target, name);
  };
}
