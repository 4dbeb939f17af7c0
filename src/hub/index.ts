/** The hub: puts all mutations of a shop into one order and sends the log back to everyone. docs/sync.md. */
export { Hub, type HubFigures, type HubOptions } from './hub';
export { type HubServer, serveHub } from './server';
export type { HubConnection } from './session';
export * from './store';
