import type { HandlerInput, KhataEntry, Page } from '@shared/contract';
import { addMoney, type Money, money } from '@shared/money';
import type { Reads } from '../../store';
import type { Party } from './party';

/** The days of a period; without an end where it has none. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** As bounds that every day is within. */
export const bounds = ({ from, to }: Days) => [from ?? '', to ?? '9999-12-31'] as const;

type Order = 'oldest' | 'newest';
type EntryRow = Omit<KhataEntry, 'document'> & { bill: string | null; purchase: string | null; run: number };

/**
 * Lines in the order of the business day, then of time: periods that follow each other split a khata without a line more or
 * less, also when one arrives late from another till. `run` is the sum of all lines up to this one.
 */
const select = (order: Order) => `
  SELECT t.id, t.kind, t.amount, t.at, t.day, t.due_day AS dueDay, t.note, t.run,
    coalesce(b.number, n.number, v.bill_number, p.supplier_number) AS number,
    coalesce(b.id, n.bill_id, v.bill_id) AS bill, p.id AS purchase,
    coalesce(m.method, s.method) AS method, coalesce(m.reference, s.reference) AS reference,
    CASE WHEN t.kind = 'payment' AND coalesce(m.id, s.id) IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM party_transaction AS u WHERE u.id = t.document_id || ':undo:paid') THEN t.document_id END AS paymentId
  FROM (
    SELECT * FROM (
      SELECT *, sum(amount) OVER (ORDER BY day, at, id) AS run
      FROM party_transaction WHERE party_type = ? AND party_id = ?
    ) WHERE day >= ? AND day <= ? ORDER BY ${orders[order]} LIMIT ? OFFSET ?
  ) AS t
  LEFT JOIN bill AS b ON t.document_type = 'bill' AND b.id = t.document_id
  LEFT JOIN bill_return AS n ON t.document_type = 'bill_return' AND n.id = t.document_id
  LEFT JOIN bill_void AS v ON t.document_type = 'bill_void' AND v.id = t.document_id
  LEFT JOIN purchase_reversal AS r ON t.document_type = 'purchase_reversal' AND r.id = t.document_id
  LEFT JOIN purchase AS p ON p.id = CASE t.document_type WHEN 'purchase' THEN t.document_id
    WHEN 'purchase_reversal' THEN r.purchase_id END
  LEFT JOIN payment AS m ON t.document_type = 'payment' AND m.id = t.document_id
  LEFT JOIN supplier_payment AS s ON t.document_type = 'supplier_payment' AND s.id = t.document_id
  ORDER BY ${orders[order].replace(/\b(day|at|id)\b/g, 't.$1')}`;

const orders: Readonly<Record<Order, string>> = { oldest: 'day, at, id', newest: 'day DESC, at DESC, id DESC' };

type OfParty = Pick<Party, 'kind' | 'id' | 'opening'>;

/** The lines of some days, each with what was owed after it. */
export function readEntries(
  reads: Reads,
  { kind, id, opening }: OfParty,
  days: Days,
  { order, offset, limit }: { readonly order: Order; readonly offset: number; readonly limit: number },
): KhataEntry[] {
  return reads
    .sql<(string | number)[], EntryRow>(select(order))
    .all(kind, id, ...bounds(days), limit, offset)
    .map(({ bill, purchase, run, ...entry }) => ({
      ...entry,
      balance: addMoney(opening, money(run)),
      document:
        bill !== null ? { type: 'bill', id: bill } : purchase === null ? null : { type: 'purchase', id: purchase },
    }));
}

/** The newest first. */
export function pageOfEntries(
  reads: Reads,
  party: OfParty,
  input: HandlerInput<'customerKhata.entries'>,
): Page<KhataEntry> {
  const rows = readEntries(reads, party, input, { ...input, order: 'newest' });
  return { rows, total: sumsOf(reads, party, input).entries };
}

/** A period in sums, without its ages. */
export function sumsOf(reads: Reads, { kind, id, opening }: OfParty, days: Days) {
  const [from, to] = bounds(days);
  const row = reads
    .sql<string[], { before: Money; raised: Money; lowered: Money; entries: number }>(
      `SELECT coalesce(sum(CASE WHEN day < ? THEN amount ELSE 0 END), 0) AS before,
         coalesce(sum(CASE WHEN day >= ? THEN max(amount, 0) ELSE 0 END), 0) AS raised,
         coalesce(sum(CASE WHEN day >= ? THEN max(-amount, 0) ELSE 0 END), 0) AS lowered,
         count(CASE WHEN day >= ? THEN 1 END) AS entries
       FROM party_transaction WHERE party_type = ? AND party_id = ? AND day <= ?`,
    )
    .get(from, from, from, from, kind, id, to);
  if (!row) throw new Error('A sum gives one row');
  const { before, ...sums } = row;
  return { opening: addMoney(opening, before), ...sums };
}
