import { createContext, use, useSyncExternalStore } from 'react';
import type { CartStore, CounterState } from './store';

export const CartContext = createContext<CartStore | null>(null);

export function useCartStore(): CartStore {
  const store = use(CartContext);
  if (!store) throw new Error('useCartStore outside of the counter');
  return store;
}

/** A part of the counter's state; the component paints again only when that part changes. */
export function useCart<T>(part: (state: CounterState) => T): T {
  const store = useCartStore();
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}
