import { createCartStore } from './store';

/** One bill per terminal, whichever screen is open: the store outlives the screen. */
export const openBill = createCartStore();
