/** Leaving the till for a moment: by key, or by itself when nobody has touched it for a while. The bill stays. */
export { AutoLock } from './AutoLock';
export { type AtDoor, useKeptPage } from './useKeptPage';
export { useLock } from './useLock';
