import { mostLabelProducts } from '@shared/contract';
import { mostLabels } from '@shared/label-media';
import { useSyncExternalStore } from 'react';

/** A product on the list. The copies are what stands in their field: none while it is empty, and perhaps too many. */
export interface Chosen {
  readonly productId: string;
  readonly copies: number | null;
}

/** Whether so many can be printed. */
export const isCopies = (copies: number | null): copies is number =>
  copies !== null && copies >= 1 && copies <= mostLabels;

let chosen: readonly Chosen[] = [];
const listeners = new Set<() => void>();

/** The list of labels to print: filled from other pages, and still there when the person comes back. */
export function useChosen(): readonly Chosen[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen,
  );
}

function become(next: readonly Chosen[]): void {
  chosen = next;
  for (const listener of listeners) listener();
}

/**
 * Whoever comes twice with the same goods wants no more labels than the one or the other time. False: not all of them
 * found a place on the list.
 */
export function chooseProducts(more: readonly { readonly productId: string; readonly copies: number }[]): boolean {
  const byId = new Map(chosen.map((each) => [each.productId, each]));
  for (const { productId, copies } of more) {
    const wanted = Math.min(mostLabels, Math.max(1, copies, byId.get(productId)?.copies ?? 0));
    byId.set(productId, { productId, copies: wanted });
  }
  become([...byId.values()].slice(0, mostLabelProducts));
  return byId.size <= mostLabelProducts;
}

/** Scanned or picked: one more of it. False: the list is full. */
export function chooseOneMore(productId: string): boolean {
  const known = chosen.find((each) => each.productId === productId);
  if (!known) return chooseProducts([{ productId, copies: 1 }]);
  setCopies(productId, Math.min(mostLabels, (known.copies ?? 0) + 1));
  return true;
}

export function setCopies(productId: string, copies: number | null): void {
  become(chosen.map((each) => (each.productId === productId ? { productId, copies } : each)));
}

export function dropProduct(productId: string): void {
  become(chosen.filter((each) => each.productId !== productId));
}

export function dropAll(): void {
  become([]);
}
