import type { Completed } from '@shared/contract';

/** What the counter is doing. A bill that is being paid cannot change; one that is paid is over. */
export type Mode =
  | { readonly now: 'sell' }
  | { readonly now: 'pay' }
  | { readonly now: 'done'; readonly completed: Completed };
