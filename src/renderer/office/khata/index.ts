/** A khata on the screen, a customer's or a supplier's. */
export type { PartyOnPage } from './calls';
export { PartyPage } from './PartyPage';
export { useOwed } from './useOwed';
export { useReminded } from './useReminded';
