/** The open bill as the screen knows it. */
export { openBill } from './openBill';
export { type CartStore, type CounterState, createCartStore, type Notice } from './store';
export { CartContext, useCart, useCartStore } from './useCart';
