import type { Reads } from '../../store';

/** A bill has one void, and its id says so. */
export const voidId = (billId: string): string => `${billId}:void`;

export function isVoided(reads: Reads, billId: string): boolean {
  return reads.sql<[string]>('SELECT 1 FROM bill_void WHERE id = ?').get(voidId(billId)) !== undefined;
}
