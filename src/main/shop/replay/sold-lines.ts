import { addQuantity, type Quantity, quantity, subQuantity } from '@shared/money';
import type { SourceLine } from './read-transactions';

interface SoldLine {
  readonly billId: string;
  readonly lineNo: number;
  left: Quantity;
}

/** Part of a bill that a cancellation takes back. */
export interface Part {
  readonly lineNo: number;
  readonly quantity: Quantity;
}

/**
 * What named customers have bought and not brought back, to find the bill that a cancellation is of: the file does not
 * say which.
 */
export class SoldLines {
  readonly #byGoods = new Map<string, SoldLine[]>();

  add(customer: string, productId: string, price: number, line: SoldLine): void {
    const key = `${customer} ${productId} ${price}`;
    const lines = this.#byGoods.get(key);
    if (lines) lines.push(line);
    else this.#byGoods.set(key, [line]);
  }

  /**
   * The customer's latest bill that has all of the returned goods, at the same prices, and enough of each left. Takes
   * them off what is left. Null when the sale is not in the file.
   */
  take(
    customer: string,
    returned: readonly SourceLine[],
    productOf: (line: SourceLine) => string,
  ): { billId: string; parts: Part[] } | null {
    const wanted = new Map<string, Quantity>();
    for (const line of returned) {
      const key = `${customer} ${productOf(line)} ${line.price}`;
      wanted.set(key, subQuantity(wanted.get(key) ?? quantity(0), line.quantity));
    }
    const [first] = wanted.keys();
    for (const { billId } of this.#byGoods.get(first ?? '')?.toReversed() ?? []) {
      const found = [...wanted].map(([key, amount]) => {
        const line = this.#byGoods.get(key)?.find((one) => one.billId === billId && one.left >= amount);
        return line && { line, amount };
      });
      if (!found.every((one) => one !== undefined)) continue;
      for (const { line, amount } of found) line.left = subQuantity(line.left, amount);
      return { billId, parts: found.map(({ line, amount }) => ({ lineNo: line.lineNo, quantity: amount })) };
    }
    return null;
  }
}

/** Adds up quantities by key: what the file moves of each product. */
export class Tally {
  readonly sums = new Map<string, Quantity>();

  add(key: string, amount: Quantity): void {
    this.sums.set(key, addQuantity(this.sums.get(key) ?? quantity(0), amount));
  }
}
