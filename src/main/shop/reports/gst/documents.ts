import type { Day } from '@shared/clock';
import { isGstin } from '@shared/codes';
import type { GstFigures } from '@shared/contract';
import type { ChargedTaxKind, Place, TaxRegime } from '@shared/entities';
import { addMoney, addRate, type Money, type Quantity, type Rate } from '@shared/money';
import type { Reads } from '../../../store';
import type { Period } from '../period';
import { returnedBetween, soldBetween } from '../queries';
import { columnOf, noFigures } from './figures';

/** Whom a return names: as their record says today, so that what is put right there is right in the return. */
export interface Buyer {
  readonly id: string;
  readonly name: string;
  /** One that is valid. */
  readonly gstin: string | null;
  /** Theirs is no GSTIN, so their bills count as sold to somebody without one. */
  readonly hasBadGstin: boolean;
  /** Where their GSTIN is from, otherwise what their record says: the order in which the bill asked. */
  readonly state: string | null;
}

/** A line, in the sign of its document. */
export interface GstLine {
  readonly productId: string | null;
  readonly name: string;
  /** As sold; where nothing stood there, the product's today. Empty for none. */
  readonly hsn: string;
  readonly unit: string;
  readonly quantity: Quantity;
  /** CGST and SGST together, or IGST; null where the line has no GST: nil-rated goods have one of nothing. */
  readonly rate: Rate | null;
  readonly figures: GstFigures;
  /** Its components, in their order. */
  readonly taxes: readonly (readonly [kind: ChargedTaxKind, amount: Money])[];
}

/** A bill that was not voided, or a credit note, as it stands in the file. */
export interface GstDocument {
  readonly kind: 'bill' | 'note';
  readonly id: string;
  readonly number: string;
  readonly day: Day;
  readonly at: number;
  readonly place: Place;
  readonly regime: TaxRegime;
  readonly total: Money;
  readonly roundOff: Money;
  readonly cashRounding: Money;
  /** Whose account it is on. */
  readonly partyId: string | null;
  /** To whom the goods were sold: of a credit note, the customer of its bill. */
  readonly buyer: Buyer | null;
  /** Of a credit note, where it has one. */
  readonly original: { readonly id: string; readonly number: string; readonly day: Day; readonly total: Money } | null;
  readonly lines: readonly GstLine[];
}

interface DocumentRow {
  readonly id: string;
  readonly number: string;
  readonly day: Day;
  readonly at: number;
  readonly place: Place;
  readonly regime: TaxRegime;
  readonly total: Money;
  readonly round_off: Money;
  readonly cash_rounding: Money;
  readonly customer_id: string | null;
  readonly buyer_id: string | null;
  readonly of_id: string | null;
  readonly of_number: string | null;
  readonly of_day: Day | null;
  readonly of_total: Money | null;
}

/** A component of a line of a document; a line without any comes once, with nulls. */
interface ComponentRow extends DocumentRow {
  readonly line_no: number;
  readonly product_id: string | null;
  readonly name: string;
  readonly hsn: string | null;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly taxable: Money;
  readonly kind: ChargedTaxKind | null;
  readonly rate: Rate | null;
  readonly amount: Money | null;
}

const ofHeader = (d: string) =>
  ['id', 'number', 'day', 'at', 'place', 'total', 'round_off', 'cash_rounding', 'customer_id']
    .map((column) => `${d}.${column}`)
    .join(', ');

const ofLine = 'l.line_no, l.product_id, l.name, l.hsn, l.unit, l.quantity, l.taxable, t.kind, t.rate, t.amount';

const bills = `SELECT ${ofHeader('b')}, b.tax_regime AS regime, b.customer_id AS buyer_id, NULL AS of_id,
    NULL AS of_number, NULL AS of_day, NULL AS of_total, ${ofLine}
  FROM bill AS b CROSS JOIN bill_line AS l ON l.bill_id = b.id
  LEFT JOIN bill_line_tax AS t ON t.bill_id = l.bill_id AND t.line_no = l.line_no
  WHERE ${soldBetween} ORDER BY b.day, b.at, b.id, l.line_no, t.position`;

const notes = `SELECT ${ofHeader('r')}, r.tax_regime AS regime,
    CASE WHEN b.id IS NULL THEN r.customer_id ELSE b.customer_id END AS buyer_id,
    b.id AS of_id, b.number AS of_number, b.day AS of_day, b.total AS of_total, ${ofLine}
  FROM bill_return AS r CROSS JOIN bill_return_line AS l ON l.return_id = r.id
  LEFT JOIN bill AS b ON b.id = r.bill_id
  LEFT JOIN bill_return_line_tax AS t ON t.return_id = l.return_id AND t.line_no = l.line_no
  WHERE ${returnedBetween} ORDER BY r.day, r.at, r.id, l.line_no, t.position`;

/** Bills and then credit notes of these days, each in the order of its time. Reads one document at a time. */
export function* documentsOf(reads: Reads, period: Period): Generator<GstDocument> {
  const find = { buyer: buyers(reads), hsn: hsnOfProducts(reads) };
  yield* assembled(reads, 'bill', bills, period, find);
  yield* assembled(reads, 'note', notes, period, find);
}

interface Find {
  readonly buyer: (id: string | null) => Buyer | null;
  readonly hsn: (productId: string | null) => string;
}

function* assembled(
  reads: Reads,
  kind: GstDocument['kind'],
  sql: string,
  { from, to }: Period,
  find: Find,
): Generator<GstDocument> {
  let header: ComponentRow | undefined;
  let lines: GstLine[] = [];
  let components: ComponentRow[] = [];
  const endLine = () => {
    if (components.length > 0) lines.push(lineOf(components, find));
    components = [];
  };
  for (const row of reads.sql<[string, string], ComponentRow>(sql).iterate(from, to)) {
    if (row.id !== header?.id || row.line_no !== components[0]?.line_no) endLine();
    if (row.id !== header?.id) {
      if (header) yield documentOf(kind, header, lines, find);
      header = row;
      lines = [];
    }
    components.push(row);
  }
  endLine();
  if (header) yield documentOf(kind, header, lines, find);
}

function documentOf(kind: GstDocument['kind'], row: DocumentRow, lines: readonly GstLine[], find: Find): GstDocument {
  const { of_id, of_number, of_day, of_total } = row;
  return {
    kind,
    id: row.id,
    number: row.number,
    day: row.day,
    at: row.at,
    place: row.place,
    regime: row.regime,
    total: row.total,
    roundOff: row.round_off,
    cashRounding: row.cash_rounding,
    partyId: row.customer_id,
    buyer: find.buyer(row.buyer_id),
    original:
      of_id === null || of_number === null || of_day === null || of_total === null
        ? null
        : { id: of_id, number: of_number, day: of_day, total: of_total },
    lines,
  };
}

function lineOf(components: readonly ComponentRow[], find: Find): GstLine {
  const [first] = components;
  if (!first) throw new Error('A line has a row');
  const figures: GstFigures = { ...noFigures, taxable: first.taxable };
  let rate: Rate | null = null;
  const taxes: [ChargedTaxKind, Money][] = [];
  for (const { kind, rate: own, amount } of components) {
    if (kind === null || own === null || amount === null) continue;
    const column = columnOf(kind);
    taxes.push([kind, amount]);
    if (column === null) continue;
    figures[column] = addMoney(figures[column], amount);
    // A cess beside it has a rate of its own, and the return no column for that.
    if (column !== 'cess') rate = rate === null ? own : addRate(rate, own);
  }
  const hsn = first.hsn?.trim() ?? '';
  return {
    productId: first.product_id,
    name: first.name,
    hsn: hsn === '' ? find.hsn(first.product_id) : hsn,
    unit: first.unit,
    quantity: first.quantity,
    rate,
    figures,
    taxes,
  };
}

function buyers(reads: Reads): Find['buyer'] {
  const query = reads.sql<[string], { name: string; gstin: string | null; state_code: string | null }>(
    'SELECT name, gstin, state_code FROM customer WHERE id = ?',
  );
  return remembered((id) => {
    const row = query.get(id);
    if (!row) return null;
    const gstin = row.gstin === null || row.gstin.trim() === '' ? null : row.gstin;
    const isGood = gstin !== null && isGstin(gstin);
    return {
      id,
      name: row.name,
      gstin: isGood ? gstin : null,
      hasBadGstin: gstin !== null && !isGood,
      state: gstin?.slice(0, 2) ?? row.state_code,
    };
  }, null);
}

function hsnOfProducts(reads: Reads): Find['hsn'] {
  const query = reads.sql<[string], { hsn: string | null }>('SELECT hsn FROM product WHERE id = ?');
  return remembered((id) => query.get(id)?.hsn?.trim() ?? '', '');
}

/** Asks once by id. */
function remembered<T>(ask: (id: string) => T, none: T): (id: string | null) => T {
  const known = new Map<string, T>();
  return (id) => {
    if (id === null) return none;
    const found = known.get(id);
    if (found !== undefined) return found;
    const asked = ask(id);
    known.set(id, asked);
    return asked;
  };
}
