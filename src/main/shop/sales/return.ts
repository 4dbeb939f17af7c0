import { priceReturn } from '@shared/bill';
import type { BillReturn, HandlerInput, SignedIn } from '@shared/contract';
import { addQuantity, negQuantity, type Quantity, quantity, roundedRatio, subQuantity } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { refusing } from '../refusals';
import { viewReturn } from './bill-view';
import { issueCreditNote, type ReturnedGoods } from './credit-note';
import {
  asStoredBill,
  asStoredReturn,
  type BillDocument,
  type ReturnDocument,
  readBill,
  readReturnsOf,
} from './stored-bill';

/**
 * Part of a bill comes back: a credit note with the exact negative of what was paid for that part, the goods back in
 * stock, the money back, all in one transaction. The caller made its id, so asking again (a second Enter, an answer that
 * got lost) finds the credit note and gives nothing back twice.
 *
 * @throws AppError `not_found`, `already_returned` for more than is left, `bad_bill`
 */
export function returnGoods(
  deps: ShopDeps,
  user: SignedIn,
  { returnId, billId, lines: wanted, reason, refund }: HandlerInput<'sales.return'>,
): BillReturn {
  const { store } = deps;
  if (hasReturn(store, returnId)) return viewReturn(store, returnId);
  const made = store.mutate({ name: 'sale.return', kind: 'fact', actor: user.staffId }, (m) => {
    const bill = readBill(store, billId);
    const earlier = readReturnsOf(store, billId);
    const priced = refusing(() =>
      priceReturn(
        asStoredBill(bill),
        earlier.map(asStoredReturn),
        wanted.map(({ lineNo, quantity: amount }) => ({ line: lineNo - 1, quantity: amount })),
      ),
    );
    const { header } = bill;
    const { currency, tax_regime, prices_include_tax, rounding_method, place } = header;
    const shelf = new ReturnShelf(store, bill, earlier);
    return issueCreditNote(m, deps, user, {
      id: returnId,
      bill: header,
      customer: header.customer_id === null ? null : { id: header.customer_id, name: header.customer_name ?? '' },
      settings: { currency, tax_regime, prices_include_tax, rounding_method, place },
      priced,
      goods: priced.lines.map((line) => shelf.takeBack(line.line, negQuantity(line.quantity))),
      reason,
      refund,
    });
  });
  return viewReturn(store, made.value);
}

const hasReturn = (reads: Reads, id: string): boolean =>
  reads.sql<[string]>('SELECT 1 FROM bill_return WHERE id = ?').get(id) !== undefined;

/** What has come back of each line, as quantities sold and as stock. */
interface Back {
  readonly sold: Quantity;
  readonly stock: Quantity;
}

const nothing: Back = { sold: quantity(0), stock: quantity(0) };

/**
 * Turns quantities as they were sold into stock. Like the money, each return takes what falls to all pieces up to now
 * less what came back before, so that all returns of a line bring back exactly what it took.
 */
class ReturnShelf {
  readonly #reads: Reads;
  readonly #bill: BillDocument;
  readonly #back = new Map<number, Back>();

  constructor(reads: Reads, bill: BillDocument, earlier: readonly ReturnDocument[]) {
    this.#reads = reads;
    this.#bill = bill;
    for (const line of earlier.flatMap((note) => note.lines)) {
      if (line.bill_line_no === null) continue;
      const before = this.#back.get(line.bill_line_no) ?? nothing;
      const sold = subQuantity(before.sold, line.quantity);
      this.#back.set(line.bill_line_no, { sold, stock: subQuantity(before.stock, line.stock_quantity) });
    }
  }

  /** @param index of the bill's line; `sold` is above zero */
  takeBack(index: number, sold: Quantity): ReturnedGoods {
    const line = this.#bill.lines[index];
    if (!line) throw new Error(`The bill has no line ${index}`);
    const before = this.#back.get(line.line_no) ?? nothing;
    const upTo = addQuantity(before.sold, sold);
    const stock = quantity(roundedRatio(line.stock_quantity, upTo, 0, 0, line.quantity));
    this.#back.set(line.line_no, { sold: upTo, stock });
    const { product_id, name, sku, barcode, hsn, unit, unit_price } = line;
    return {
      bill_line_no: line.line_no,
      ...{ product_id, name, sku, barcode, hsn, unit, unit_price },
      note: null,
      stockQuantity: subQuantity(stock, before.stock),
      counted: this.#wasCounted(line.line_no),
    };
  }

  /** Whether the sale moved stock, whatever the product says today. */
  #wasCounted(lineNo: number): boolean {
    const id = `${this.#bill.header.id}:${lineNo}`;
    return this.#reads.sql<[string]>('SELECT 1 FROM stock_movement WHERE id = ?').get(id) !== undefined;
  }
}
