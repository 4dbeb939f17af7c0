import { type Quantity, ratio } from '@shared/money';

export type StockState = 'none' | 'enough' | 'low' | 'out' | 'negative';

interface Counted {
  readonly stock: Quantity;
  readonly reorderLevel: Quantity | null;
  readonly trackStock: boolean;
}

/** The one place that decides what a level is called; the colour follows from the name. */
export function stockState({ stock, reorderLevel, trackStock }: Counted): StockState {
  if (!trackStock) return 'none';
  if (stock < 0) return 'negative';
  if (stock === 0) return 'out';
  return reorderLevel !== null && stock <= reorderLevel ? 'low' : 'enough';
}

/** How full the bar is, 0 to 1: three times the reorder level is a full shelf. */
export function stockShare({ stock, reorderLevel, trackStock }: Counted): number {
  if (!trackStock || stock <= 0) return 0;
  if (reorderLevel === null || reorderLevel <= 0) return 1;
  return Math.min(1, ratio(stock, reorderLevel) / 3);
}
