/** The receipt on the screen: what the paper says, for the done screen, the bill's page and the reprint. */
export { Receipt } from './Receipt';
