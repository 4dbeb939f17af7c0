import type { Completed, RefundMethod } from '@shared/contract';
import type { Row } from '@shared/entities';
import { type Money, negMoney } from '@shared/money';
import type { Mutation, Reads } from '../../store';

type CompletedRow = Pick<Row<'bill'>, 'id' | 'number' | 'total' | 'paid' | 'change_given' | 'due'>;

/** Of an exchange's credit note; its payments are negative. */
interface NoteRow {
  readonly id: string;
  readonly number: string;
  readonly total: Money;
  readonly exchanged: Money;
  readonly refunded: Money;
  readonly refunded_by: RefundMethod | null;
  readonly cash: number;
}

export function completedOf(
  { id, number, total, paid, change_given, due }: CompletedRow,
  rest: Pick<Completed, 'drawer' | 'creditNote'>,
): Completed {
  return { billId: id, number, total, paid, change: change_given, due, ...rest };
}

/** For how long asking again is answered: a window keeps what it asked for no longer than a shift. */
const rememberedMs = 7 * 24 * 60 * 60_000;

/** Keeps which bill the cart has become, and forgets what nobody asks for any more. */
export function noteCompleted(m: Mutation, cartId: string, billId: string): void {
  m.local<[number]>('DELETE FROM completed_cart WHERE at < ?').run(m.at - rememberedMs);
  m.local<[string, number, string]>(
    'INSERT INTO completed_cart (cart_id, bill_id, held_id, at) SELECT id, ?, held_id, ? FROM cart WHERE id = ?',
  ).run(billId, m.at, cartId);
}

/** What completing this cart answered the first time; undefined when nobody has. */
export function readCompleted(reads: Reads, cartId: string): Completed | undefined {
  const known = reads
    .sql<[string], { bill_id: string }>('SELECT bill_id FROM completed_cart WHERE cart_id = ?')
    .get(cartId);
  return known && readCompletedBill(reads, known.bill_id);
}

/** What completing this bill answered; undefined when there is no such bill. */
export function readCompletedBill(reads: Reads, id: string): Completed | undefined {
  const row = reads
    .sql<[string], CompletedRow>('SELECT id, number, total, paid, change_given, due FROM bill WHERE id = ?')
    .get(id);
  if (!row) return undefined;
  const note = reads
    .sql<[string], NoteRow>(
      `SELECT r.id, r.number, r.total,
         coalesce((SELECT sum(amount) FROM payment WHERE return_id = r.id AND method = 'exchange'), 0) AS exchanged,
         coalesce((SELECT sum(amount) FROM payment WHERE return_id = r.id AND method <> 'exchange'), 0) AS refunded,
         (SELECT method FROM payment WHERE return_id = r.id AND method <> 'exchange' ORDER BY id LIMIT 1) AS refunded_by,
         (SELECT count(*) FROM cashbook_entry WHERE id = r.id || ':cash') AS cash
       FROM bill_return AS r WHERE r.exchange_bill_id = ?`,
    )
    .get(id);
  const cash = reads
    .sql<[string]>(`SELECT 1 FROM payment WHERE bill_id = ? AND method = 'cash' AND tendered > 0`)
    .get(id);
  return completedOf(row, {
    drawer: cash !== undefined || (note?.cash ?? 0) > 0,
    creditNote: note
      ? {
          id: note.id,
          number: note.number,
          total: note.total,
          exchanged: negMoney(note.exchanged),
          refunded: negMoney(note.refunded),
          refundedBy: note.refunded_by,
        }
      : null,
  });
}
