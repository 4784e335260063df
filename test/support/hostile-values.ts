/** A proxy as Immer makes them, and the function after which each access to it throws. */
export function revocable<Target extends object>(target: Target): [Target, () => void] {
  const { proxy, revoke } = Proxy.revocable(target, {});
  return [proxy, revoke];
}

/** A proxy that was revoked. */
export function revoked(target: object): unknown {
  const [proxy, revoke] = revocable(target);
  revoke();
  return proxy;
}
