import type { CallContext } from '../../../src/main/shop/call';
import type { Recorder } from '../recorder';
import { currentSchema, type Till } from '../till';
import { Violation } from '../world';
import { checkCosts } from './costs';

type Row = Readonly<Record<string, unknown>>;

/** A fact that the hub has put aside. */
export interface Aside {
  readonly code: string;
  readonly mutation: string;
}

const asOwner: CallContext = { session: { user: { staffId: 'owner', name: 'owner', role: 'owner' } } };

/** What was bought, by the log alone. */
export class Books {
  readonly recorder: Recorder;
  /** How far each purchase's till had read the log when it was posted; null when that is no use. */
  readonly knew: ReadonlyMap<string, number> | null;
  readonly purchases: readonly Row[];
  /** Reversals by purchase. */
  readonly reversals: ReadonlyMap<string, Row>;

  constructor(recorder: Recorder, knew: ReadonlyMap<string, number> | null) {
    this.recorder = recorder;
    this.knew = knew;
    this.purchases = this.rows('purchase');
    this.reversals = new Map(this.rows('purchase_reversal').map((row) => [String(row.purchase_id), row]));
  }

  rows(entity: string): Row[] {
    return [...this.recorder.rows].flatMap(([key, { row }]) => (key.startsWith(`${entity}\n`) ? [row] : []));
  }

  get standing(): Row[] {
    return this.purchases.filter(({ id }) => !this.reversals.has(String(id)));
  }

  /** Purchases that stand and are of a bill that another one is of too. */
  twins(): Set<string> {
    const bills = new Map<string, string[]>();
    for (const { id, supplier_id, supplier_number, bill_day } of this.standing) {
      const [year = 0, month = 0] = String(bill_day).split('-').map(Number);
      const number = String(supplier_number).replaceAll(' ', '').toUpperCase();
      const bill = [supplier_id, number, month < 4 ? year - 1 : year].join('\n');
      bills.set(bill, [...(bills.get(bill) ?? []), String(id)]);
    }
    return new Set([...bills.values()].filter((ids) => ids.length > 1).flat());
  }

  /** What the shop owes a supplier. */
  owed(supplier: string): number {
    const row = this.recorder.rows.get(`supplier\n${supplier}`)?.row;
    const bills = this.standing.filter(({ supplier_id }) => supplier_id === supplier);
    return bills.reduce((sum, { total }) => sum + Number(total), Number(row?.opening_balance));
  }
}

/** Two people took one purchase, or what was made, back: both say so by one id, and the second waits for attention. */
export function isSecondReversal({ code, mutation }: Aside, recorder: Recorder): boolean {
  const [first] = JSON.parse(JSON.parse(mutation).ops);
  const isReversal = first?.entity === 'purchase_reversal' || first?.entity === 'production_reversal';
  return code === 'already_exists' && isReversal && recorder.has(first.entity, first.id);
}

/** The same of a payment that was taken back, of a bill that was voided, or of what was agreed about pay. */
export function isSecondUndo({ code, mutation }: Aside, recorder: Recorder): boolean {
  const operations: { op: string; entity: string; id: string }[] = JSON.parse(JSON.parse(mutation).ops);
  const isUndo = ({ entity, id }: { entity: string; id: string }) => entity === 'bill_void' || id.endsWith(':undo');
  return (
    code === 'already_exists' &&
    operations.some((each) => each.op === 'put' && isUndo(each) && recorder.has(each.entity, each.id))
  );
}

/** Purchases, suppliers and stock, in the log and as the calls of every till tell them. */
export function checkBooks(books: Books, tills: readonly Till[], aside: readonly Aside[]): void {
  if (books.purchases.length > 0) checkWhole(books);
  const isHeld = aside.some(({ mutation }) => /purchase|supplier/.test(mutation));
  for (const till of tills) {
    if (till.schema < currentSchema) continue;
    checkLevels(till, books);
    // What was put aside stays visible where it was done.
    if (isHeld && hasHeld(till)) continue;
    checkSuppliers(till, books);
    checkTwins(till, books);
  }
  checkCosts(books, tills, isHeld);
}

export function hasHeld(till: Till): boolean {
  const text = `SELECT 1 AS one FROM outbox WHERE outcome LIKE '{"status":"quarantined"%' LIMIT 1`;
  return till.store.sql<[], object>(text).get() !== undefined;
}

/** 26: a purchase and its reversal are whole: the document, the goods of each line and the line of the khata. */
function checkWhole({ recorder, purchases, reversals }: Books): void {
  const rowOf = (key: string) => recorder.rows.get(key)?.row ?? {};
  const whole = (id: string, purchase: Row, sign: 1 | -1) => {
    const khata = rowOf(`party_transaction\n${id}:due`);
    if (khata.amount !== sign * Number(purchase.total) || khata.party_id !== purchase.supplier_id)
      throw new Violation('26 whole purchase', `the khata has ${khata.amount} for ${id} of ${purchase.total}`);
    for (const line of Array.isArray(purchase.lines) ? purchase.lines : []) {
      const moved = rowOf(`stock_movement\n${id}:${line.line_no}`);
      if (moved.quantity !== sign * line.stock_quantity || moved.product_id !== line.product_id)
        throw new Violation('26 whole purchase', `line ${line.line_no} of ${id} has moved ${moved.quantity}`);
    }
  };
  for (const purchase of purchases) {
    const id = String(purchase.id);
    whole(id, purchase, 1);
    if (reversals.has(id)) whole(`${id}:reversed`, purchase, -1);
  }
}

/** 8: the level of every product is the sum of what the log moved. */
function checkLevels(till: Till, books: Books): void {
  const sums = new Map<string, number>();
  for (const { product_id, quantity } of books.rows('stock_movement'))
    sums.set(String(product_id), (sums.get(String(product_id)) ?? 0) + Number(quantity));
  if (hasHeld(till)) return;
  const text = 'SELECT product_id AS id, quantity FROM stock_level';
  for (const { id, quantity } of till.store.sql<[], { id: string; quantity: number }>(text).all()) {
    const sum = sums.get(id) ?? 0;
    if (quantity !== sum) throw new Violation('8 levels', `till ${till.index}: ${id} is at ${quantity}, not ${sum}`);
  }
}

/** 27: at every till the shop owes a supplier where the khata began and every bill that stands. */
function checkSuppliers(till: Till, books: Books): void {
  for (const { id } of books.rows('supplier')) {
    const supplier = till.calls['suppliers.get']({ id: String(id) }, asOwner);
    if (supplier instanceof Promise) throw new Error('A supplier is read at once');
    const owed = books.owed(String(id));
    if (supplier.balance !== owed)
      throw new Violation('27 khata', `till ${till.index} owes ${id} ${supplier.balance}, by the log ${owed}`);
    const khata = till.calls['supplierKhata.entries']({ id: String(id), offset: 0, limit: 1 }, asOwner);
    if (khata instanceof Promise) throw new Error('A khata is read at once');
    const [newest] = khata.rows;
    if (newest && newest.balance !== owed)
      throw new Violation(
        '27 khata',
        `the khata of ${id} at till ${till.index} ends at ${newest.balance}, not ${owed}`,
      );
  }
}

/** 28: a bill that is in the books twice is marked so at every till, and no other is. */
function checkTwins(till: Till, books: Books): void {
  const twins = books.twins();
  const list = till.calls['purchases.list']({ offset: 0, limit: 500 }, asOwner);
  if (list instanceof Promise) throw new Error('Purchases are listed at once');
  for (const { id, twice, reversed } of list.rows) {
    if (reversed !== books.reversals.has(id))
      throw new Violation('28 twins', `till ${till.index} says of ${id} that it stands: ${!reversed}`);
    if (twice !== twins.has(id))
      throw new Violation('28 twins', `till ${till.index} says of ${id} that its bill is there twice: ${twice}`);
  }
}
