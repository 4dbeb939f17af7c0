import { hash } from 'node:crypto';

/** An id that follows from what it is about, so that terminals which make the same record at the same time make one. */
export function derivedId(about: readonly (string | number)[]): string {
  const hex = hash('sha256', about.join('\n'));
  // A UUID of version 8: made by a rule of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
