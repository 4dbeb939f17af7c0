import type { Credit, Priced } from './price';

export type Way = 'cash' | 'card' | 'upi' | 'bank' | 'store_credit' | 'exchange';
export type DrawerWhy = 'float' | 'sale' | 'refund' | 'void' | 'paid_in' | 'paid_out' | 'due_received';

/** Goods on a bill: what they are, beside how they are priced. */
export interface Entry {
  readonly number: string;
  readonly priced: Priced;
  readonly products: readonly string[];
  readonly customer: string | null;
  /** What was kept of each payment, change taken off. */
  readonly paid: readonly (readonly [Way, bigint])[];
  /** What was handed over, as the receipt says it. */
  readonly tendered: readonly (readonly [Way, bigint])[];
  readonly change: bigint;
  readonly due: bigint;
  /** Thousandths that came back, by line. */
  readonly back: bigint[];
}

const put = <K>(into: Map<K, bigint>, key: K, amount: bigint): void => {
  into.set(key, (into.get(key) ?? 0n) + amount);
};

/** One shift's books, kept by hand from what the cashier did: drawer, accounts, shelves, taxes, the figures of the Z. */
export class Books {
  readonly drawer = new Map<DrawerWhy, bigint>();
  readonly khata = new Map<string, bigint>();
  readonly stock = new Map<string, bigint>();
  readonly taxes = new Map<bigint, { taxable: bigint; half: bigint }>();
  readonly methods = new Map<Way, bigint>();
  readonly bills: Entry[] = [];
  readonly z = {
    bills: 0,
    sales: 0n,
    discount: 0n,
    returns: 0,
    returned: 0n,
    voids: 0,
    voided: 0n,
    taxable: 0n,
    tax: 0n,
    roundOff: 0n,
    onAccount: 0n,
    duesReceived: 0n,
  };

  get expected(): bigint {
    return [...this.drawer.values()].reduce((all, each) => all + each, 0n);
  }

  get net(): bigint {
    return this.z.sales + this.z.returned + this.z.voided;
  }

  bill(number: string): Entry {
    const entry = this.bills.find((each) => each.number === number);
    if (!entry) throw new Error(`No bill ${number}`);
    return entry;
  }

  sell(entry: Entry): void {
    this.bills.push(entry);
    this.z.bills += 1;
    this.z.sales += entry.priced.total;
    this.z.discount += entry.priced.lineOff + entry.priced.billOff;
    this.#goods(entry, 1n);
    for (const [way, amount] of entry.paid) this.#pay(way, amount, 'sale', entry.customer);
    this.#owe(entry.customer, entry.due);
  }

  /** Everything that the bill did, the other way round. */
  undo(number: string): void {
    const entry = this.bill(number);
    this.z.voids += 1;
    this.z.voided -= entry.priced.total;
    this.#goods(entry, -1n);
    for (const [way, amount] of entry.paid) this.#pay(way, -amount, 'void', entry.customer);
    this.#owe(entry.customer, -entry.due);
  }

  /** `shelved`: by the place in the credit's lines, whether the goods can be sold again. */
  takeBack(
    number: string,
    credit: Credit,
    how: readonly (readonly [Way, bigint])[],
    shelved: readonly boolean[],
  ): void {
    const entry = this.bill(number);
    this.z.returns += 1;
    this.z.returned -= credit.total;
    this.z.roundOff -= credit.roundOff;
    credit.lines.forEach(({ at, milli, price, half }, place) => {
      this.#tax(entry.priced.lines[at]?.rate ?? 0n, -(price - 2n * half), -half);
      if (shelved[place]) put(this.stock, entry.products[at] ?? '', milli);
    });
    const refunded = how.reduce((all, [, amount]) => all + amount, 0n);
    for (const [way, amount] of how) this.#pay(way, -amount, 'refund', entry.customer);
    this.#owe(entry.customer, -(credit.total - refunded));
  }

  receive(customer: string, way: Way, amount: bigint): void {
    put(this.khata, customer, -amount);
    put(this.methods, way, amount);
    this.z.duesReceived += amount;
    if (way === 'cash') put(this.drawer, 'due_received', amount);
  }

  move(why: 'float' | 'paid_in' | 'paid_out', amount: bigint): void {
    put(this.drawer, why, amount);
  }

  #goods({ priced, products }: Entry, sign: 1n | -1n): void {
    priced.lines.forEach(({ milli, rate, taxable, half }, at) => {
      put(this.stock, products[at] ?? '', -sign * milli);
      this.#tax(rate, sign * taxable, sign * half);
    });
    this.z.roundOff += sign * priced.roundOff;
  }

  #tax(rate: bigint, taxable: bigint, half: bigint): void {
    this.z.taxable += taxable;
    this.z.tax += 2n * half;
    if (rate === 0n) return;
    const row = this.taxes.get(rate) ?? { taxable: 0n, half: 0n };
    this.taxes.set(rate, { taxable: row.taxable + taxable, half: row.half + half });
  }

  #pay(way: Way, amount: bigint, why: 'sale' | 'refund' | 'void', customer: string | null): void {
    put(this.methods, way, amount);
    if (way === 'cash') put(this.drawer, why, amount);
    if (way === 'store_credit' && customer !== null) put(this.khata, customer, amount);
  }

  #owe(customer: string | null, amount: bigint): void {
    if (amount === 0n) return;
    if (customer === null) throw new Error('A due is somebody’s');
    put(this.khata, customer, amount);
    this.z.onAccount += amount;
  }
}

/** `1,23,456.70`, as Indian figures are written. */
export function figures(paise: bigint): string {
  const size = paise < 0n ? -paise : paise;
  const whole = (size / 100n).toString();
  const grouped =
    whole.length <= 3 ? whole : `${whole.slice(0, -3).replace(/\B(?=(\d\d)+$)/g, ',')},${whole.slice(-3)}`;
  return `${paise < 0n ? '-' : ''}${grouped}.${(size % 100n).toString().padStart(2, '0')}`;
}
