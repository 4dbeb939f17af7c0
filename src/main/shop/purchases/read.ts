import type { HandlerInput, Page, Purchase, PurchaseLine, PurchaseSummary, PurchaseTotals } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { addMoney, type Money } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import { literal } from '../text';
import { isTwice } from './twin';

interface SummaryRow extends Omit<PurchaseSummary, 'reversed' | 'twice'> {
  readonly reversed: 0 | 1;
  readonly twice: 0 | 1;
}

const columns = `p.id, p.supplier_id AS supplierId, p.supplier_name AS supplier, p.supplier_number AS billNumber,
  p.bill_day AS billDay, p.total, p.at, EXISTS (SELECT 1 FROM purchase_reversal WHERE purchase_id = p.id) AS reversed,
  ${isTwice} AS twice`;

const toSummary = <R extends SummaryRow>({ reversed, twice, ...same }: R) => ({
  ...same,
  reversed: reversed === 1,
  twice: twice === 1,
});

/** Looking for a text goes through all purchases. */
export const purchaseListJob = readerJob('purchases.list', listPurchases);

/** The newest first. */
export function listPurchases(reads: Reads, input: HandlerInput<'purchases.list'>): Page<PurchaseSummary> {
  const { text, supplierId, from, to, offset, limit } = input;
  const like = `%${literal(text?.normalize('NFC').trim() ?? '')}%`;
  const parts: (readonly [sql: string, ...values: string[]])[] = [
    ...(text?.trim()
      ? [[`(p.supplier_name LIKE ? ESCAPE '\\' OR p.supplier_number LIKE ? ESCAPE '\\')`, like, like] as const]
      : []),
    ...(supplierId === undefined ? [] : [['p.supplier_id = ?', supplierId] as const]),
    ...(from === undefined ? [] : [['p.bill_day >= ?', from] as const]),
    ...(to === undefined ? [] : [['p.bill_day <= ?', to] as const]),
  ];
  const where = parts.length === 0 ? '' : `WHERE ${parts.map(([sql]) => sql).join(' AND ')}`;
  const values = parts.flatMap(([, ...own]) => own);
  const rows = reads
    .sql<[(string | number)[]], SummaryRow>(
      `SELECT ${columns} FROM (SELECT p.* FROM purchase AS p ${where} ORDER BY p.at DESC, p.id DESC LIMIT ? OFFSET ?) AS p
       ORDER BY p.at DESC, p.id DESC`,
    )
    .all([...values, limit, offset]);
  const total = reads.sql<[string[]], { n: number }>(`SELECT count(*) AS n FROM purchase AS p ${where}`).get(values);
  return { rows: rows.map(toSummary), total: total?.n ?? 0 };
}

type HeadRow = SummaryRow &
  Pick<Row<'purchase'>, 'place' | 'note' | 'subtotal' | 'taxable' | 'line_discount' | 'bill_discount' | 'round_off'> & {
    readonly dueDay: string | null;
    readonly inputCredit: 0 | 1;
    readonly pricesIncludeTax: 0 | 1;
    readonly staff: string | null;
  };

/** @throws AppError `not_found` */
export function readPurchase(reads: Reads, id: string): Purchase {
  const head = reads
    .sql<[string], HeadRow>(
      `SELECT ${columns}, p.place, p.note, p.subtotal, p.taxable, p.line_discount, p.bill_discount, p.round_off,
         p.due_day AS dueDay, p.input_credit AS inputCredit, p.prices_include_tax AS pricesIncludeTax, s.name AS staff
       FROM purchase AS p LEFT JOIN staff AS s ON s.id = p.staff_id WHERE p.id = ?`,
    )
    .get(id);
  if (!head) throw new AppError('not_found', `No purchase ${id}`, { entity: 'purchase', id });
  const { subtotal, taxable, line_discount, bill_discount, round_off, inputCredit, pricesIncludeTax, ...rest } = head;
  return {
    ...toSummary(rest),
    inputCredit: inputCredit === 1,
    pricesIncludeTax: pricesIncludeTax === 1,
    lines: linesOf(reads, id),
    totals: {
      subtotal,
      discount: addMoney(line_discount, bill_discount),
      taxable,
      taxes: taxesOf(reads, id),
      roundOff: round_off,
      total: head.total,
    },
    reversal: reversalOf(reads, id),
  };
}

function linesOf(reads: Reads, id: string): PurchaseLine[] {
  return reads
    .sql<[string], PurchaseLine>(
      `SELECT line_no AS lineNo, product_id AS productId, name, hsn, unit, quantity, unit_price AS unitPrice,
         discount + bill_discount_share AS discount, taxable, tax, total
       FROM purchase_line WHERE purchase_id = ? ORDER BY line_no`,
    )
    .all(id);
}

function taxesOf(reads: Reads, id: string): PurchaseTotals['taxes'] {
  return reads
    .sql<[string], { kind: PurchaseTotals['taxes'][number]['kind']; amount: Money }>(
      `SELECT kind, sum(amount) AS amount FROM purchase_line_tax WHERE purchase_id = ? GROUP BY kind ORDER BY kind`,
    )
    .all(id);
}

function reversalOf(reads: Reads, id: string): Purchase['reversal'] {
  const row = reads
    .sql<[string], NonNullable<Purchase['reversal']>>(
      `SELECT r.reason, r.at, s.name AS staff FROM purchase_reversal AS r LEFT JOIN staff AS s ON s.id = r.staff_id
       WHERE r.purchase_id = ?`,
    )
    .get(id);
  return row ?? null;
}
