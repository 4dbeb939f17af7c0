import type { BillLine, CallInput, RefundMethod } from '@shared/contract';
import type { Money, Quantity } from '@shared/money';

/** What is to come back, as it is being typed; by line number. */
export interface BackDraft {
  /** A line that is not here stays with the customer. */
  readonly quantities: Readonly<Record<number, Quantity | null>>;
  /** Lines whose goods do not go back on the shelf. */
  readonly unsaleable: Readonly<Record<number, boolean>>;
}

type ReturnedLine = CallInput<'sales.return'>['lines'][number];

/** What of a bill can still come back. */
export const openLines = (lines: readonly BillLine[]): BillLine[] =>
  lines.filter((line) => line.returnable > 0 && !line.charge);

/** The lines to send, or null while one of them cannot be: empty, nothing, or more than is left. */
export function linesOf(draft: BackDraft, lines: readonly BillLine[], unsaleableWord: string): ReturnedLine[] | null {
  const wanted: ReturnedLine[] = [];
  for (const { lineNo, returnable } of lines) {
    const quantity = draft.quantities[lineNo];
    if (quantity === undefined) continue;
    if (quantity === null || quantity <= 0 || quantity > returnable) return null;
    const isUnsaleable = draft.unsaleable[lineNo] === true;
    wanted.push({ lineNo, quantity, restock: !isUnsaleable, ...(isUnsaleable ? { reason: unsaleableWord } : {}) });
  }
  return wanted;
}

/** Everything that is left of a bill. */
export const allOf = (lines: readonly BillLine[]): BackDraft['quantities'] =>
  Object.fromEntries(lines.map(({ lineNo, returnable }) => [lineNo, returnable]));

/** Ways to give back; only who is known can owe less. Store credit is somebody's too, who can be named at the return. */
export const refundWays = (hasCustomer: boolean): readonly RefundMethod[] =>
  hasCustomer ? [...everyones, 'on_account'] : everyones;

const everyones: readonly RefundMethod[] = ['cash', 'upi', 'card', 'bank', 'store_credit'];

/** A refund in parts: the amounts that were filled in. */
export const partsOf = (amounts: Readonly<Partial<Record<RefundMethod, Money | null>>>) =>
  Object.entries(amounts).flatMap(([method, amount]) =>
    // proof: the record's own keys
    amount ? [{ method: method as RefundMethod, amount }] : [],
  );
