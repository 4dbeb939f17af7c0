import { type PricedReturn, priceReturn } from '@shared/bill';
import type { HandlerInput } from '@shared/contract';
import { AppError } from '@shared/errors';
import { addQuantity, negQuantity, type Quantity, quantity, roundedRatio, subQuantity } from '@shared/money';
import type { Reads } from '../../store';
import { refusing } from '../refusals';
import { cleanText } from '../text';
import type { ReturnedGoods } from './credit-note';
import {
  asStoredBill,
  asStoredReturn,
  type BillDocument,
  type ReturnDocument,
  readBill,
  readReturnsOf,
} from './stored-bill';
import { isVoided } from './voided';

/** A line of a bill, and how much of it comes back. */
export type WantedBack = HandlerInput<'sales.return'>['lines'][number];

/** What comes back of a bill: its amounts, and the goods of each of its lines. */
export interface Returned {
  readonly bill: BillDocument;
  readonly priced: PricedReturn;
  readonly goods: readonly ReturnedGoods[];
}

/**
 * Part of a bill as the exact negative of what was paid for that part.
 *
 * @throws AppError `not_found`, `already_voided`, `already_returned` for more than is left, `bad_bill`
 */
export function priceReturned(reads: Reads, billId: string, wanted: readonly WantedBack[]): Returned {
  const bill = readBill(reads, billId);
  if (isVoided(reads, billId)) throw new AppError('already_voided', 'The bill is void', { number: bill.header.number });
  const earlier = readReturnsOf(reads, billId);
  const priced = refusing(() =>
    priceReturn(
      asStoredBill(bill),
      earlier.map(asStoredReturn),
      wanted.map(({ lineNo, quantity: amount }) => ({ line: lineNo - 1, quantity: amount })),
    ),
  );
  const shelf = new ReturnShelf(reads, bill, earlier);
  const goods = priced.lines.map((line, index) => {
    const { restock = true, reason } = wanted[index] ?? {};
    return { ...shelf.takeBack(line.line, negQuantity(line.quantity)), restock, note: cleanText(reason ?? null) };
  });
  return { bill, priced, goods };
}

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
  takeBack(index: number, sold: Quantity): Omit<ReturnedGoods, 'restock' | 'note'> {
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
