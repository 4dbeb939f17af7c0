/**
 * An object of which some members are others; the rest is the real one's. Methods stay bound to it, because private
 * fields live on the object itself and not on what stands before it.
 */
export function over<T extends object>(real: T, members: Partial<T>): T {
  return new Proxy(real, {
    get(target, key) {
      if (Object.hasOwn(members, key)) return Reflect.get(members, key);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
