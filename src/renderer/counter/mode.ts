import type { CartLine, Completed } from '@shared/contract';

/** What the counter is doing. A bill that is being paid cannot change; one that is paid is over. */
export type Mode =
  | { readonly now: 'sell' }
  | { readonly now: 'pay' }
  | { readonly now: 'done'; readonly completed: Completed };

/** A dialog over it. */
export type OpenDialog =
  | { readonly kind: 'help' | 'actions' | 'customer' | 'hold' | 'recall' | 'dues' | 'drawer' }
  | { readonly kind: 'quantity' | 'price'; readonly line: CartLine }
  /** Without a line there is only the bill to give a discount on. */
  | { readonly kind: 'discount'; readonly line: CartLine | null }
  /** Without a line it is the bill's note. */
  | { readonly kind: 'note'; readonly line: CartLine | null }
  /** `code`: scanned from a receipt. */
  | { readonly kind: 'return'; readonly code: string | null };
