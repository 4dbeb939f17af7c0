import { createIds } from '@shared/ids';

/** Identities of what this page is about to ask for, so that asking again is recognised. */
export const ids = createIds(
  () => Date.now(),
  (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>), // proof: made by `createIds`, never shared
);
