/** The hub: puts all mutations of a shop into one order and sends the log back to everyone. docs/sync.md. */
export { type HubFigures, metricsText, type Trouble } from './figures';
export { Hub, type HubOptions } from './hub';
export { socketLoop } from './loop';
export type { Loop } from './rounds';
export { type RunningHub, type RunOptions, runHub } from './run';
export { type HubServer, serveHub } from './server';
export type { HubConnection } from './session';
export * from './store';
