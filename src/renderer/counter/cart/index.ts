/** The open bill as the screen knows it. */
export { type CartStore, type CounterState, createCartStore, type Notice } from './store';
export { CartContext, useCart, useCartStore } from './useCart';
