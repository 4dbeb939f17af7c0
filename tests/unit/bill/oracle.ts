/**
 * A second bill arithmetic, for tests only: written from the text of docs/money-and-tax.md in exact fractions, with no
 * import from src and none of its shortcuts. Slow, plain, and different on purpose: it finds the taxable value inside an
 * inclusive price by drawing a straight line through two points, and shares by handing out one unit at a time.
 */

/** A bill as plain JSON with decimal strings. */
export interface PlainBill {
  settings: {
    currency: string;
    regime: string;
    pricesIncludeTax?: boolean;
    place?: string;
    rounding?: string;
    roundOff?: string;
    cashRounding?: string;
  };
  lines: PlainLine[];
  billDiscount?: PlainDiscount;
  payments?: { method: string; amount: string }[];
}
export interface PlainLine {
  quantity: string;
  unitPrice: string;
  discount?: PlainDiscount;
  taxes: PlainTax[];
  hsn?: string;
  unit?: string;
  charge?: boolean;
}
export type PlainDiscount = { percent: string } | { amount: string };
export interface PlainTax {
  kind?: string;
  rate?: string;
  perUnit?: string;
  compound?: boolean;
}

class Fraction {
  readonly n: bigint;
  readonly d: bigint;
  constructor(n: bigint, d = 1n) {
    this.n = d < 0n ? -n : n;
    this.d = d < 0n ? -d : d;
  }
  static of(text = '0'): Fraction {
    const [whole = '0', decimals = ''] = text.split('.');
    return new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }
  plus = (o: Fraction) => new Fraction(this.n * o.d + o.n * this.d, this.d * o.d);
  minus = (o: Fraction) => new Fraction(this.n * o.d - o.n * this.d, this.d * o.d);
  times = (o: Fraction) => new Fraction(this.n * o.n, this.d * o.d);
  over = (o: Fraction) => new Fraction(this.n * o.d, this.d * o.n);
  below = (o: Fraction) => this.n * o.d < o.n * this.d;
  /** Nearest multiple of the unit, halves away from zero. */
  to(unit: Fraction): Fraction {
    const units = this.over(unit);
    const size = units.n < 0n ? -units.n : units.n;
    let whole = size / units.d;
    if ((size % units.d) * 2n >= units.d) whole += 1n;
    return new Fraction(units.n < 0n ? -whole : whole).times(unit);
  }
  floor(unit: Fraction): Fraction {
    const units = this.over(unit);
    let whole = units.n / units.d;
    if (units.n < 0n && units.n % units.d !== 0n) whole -= 1n;
    return new Fraction(whole).times(unit);
  }
}

const zero = new Fraction(0n);
const one = new Fraction(1n);
const hundred = new Fraction(100n);
const total = (list: Fraction[]) => list.reduce((sum, next) => sum.plus(next), zero);

/** Refusals that follow from amounts, not from the form of the input. */
export class Refused extends Error {}

interface Charged {
  name: string;
  of: PlainTax;
  share: Fraction;
}

function charges(tax: PlainTax, bill: PlainBill): Charged[] {
  if (bill.settings.regime === 'none') return [];
  if (tax.kind === 'cess') return [{ name: 'cess', of: tax, share: one }];
  if (tax.kind !== 'gst' || bill.settings.regime !== 'india_gst') return [{ name: 'other', of: tax, share: one }];
  if (bill.settings.place === 'inter') return [{ name: 'igst', of: tax, share: one }];
  const half = new Fraction(1n, 2n);
  return [
    { name: 'cgst', of: tax, share: half },
    { name: 'sgst', of: tax, share: half },
  ];
}

interface Part {
  name: string;
  amount: Fraction;
}

/** All components on a taxable value; each is passed through `round` before the next one stands on it. */
function components(
  bill: PlainBill,
  taxes: PlainTax[],
  taxable: Fraction,
  quantity: Fraction,
  round: (f: Fraction) => Fraction,
): Part[] {
  const parts: Part[] = [];
  for (const tax of taxes) {
    const before = total(parts.map((part) => part.amount));
    const base = tax.compound ? taxable.plus(before) : taxable;
    const perUnit = Fraction.of(tax.perUnit).times(quantity);
    for (const { name, share } of charges(tax, bill)) {
      const amount = base.times(Fraction.of(tax.rate)).over(hundred).plus(perUnit).times(share);
      parts.push({ name, amount: round(amount) });
    }
  }
  return parts;
}

/** The taxable value whose price with all taxes is `price`: the price is a straight line over the taxable value. */
function taxableInside(bill: PlainBill, taxes: PlainTax[], price: Fraction, quantity: Fraction): Fraction {
  const priceOf = (taxable: Fraction) =>
    taxable.plus(total(components(bill, taxes, taxable, quantity, (f) => f).map((part) => part.amount)));
  const atZero = priceOf(zero);
  const slope = priceOf(one).minus(atZero);
  const taxable = price.minus(atZero).over(slope);
  if (taxable.below(zero)) throw new Refused('the tax per unit is above the price');
  return taxable;
}

function handOut(amount: Fraction, weights: Fraction[], unit: Fraction): Fraction[] {
  const sum = total(weights);
  if (amount.n === 0n) return weights.map(() => zero);
  const exact = weights.map((weight) => amount.times(weight).over(sum));
  const shares = exact.map((share) => share.floor(unit));
  const taken = new Set<number>();
  while (total(shares).below(amount)) {
    let best = -1;
    for (let index = 0; index < shares.length; index++) {
      if (taken.has(index)) continue;
      const rest = (i: number) => (exact[i] ?? zero).minus(shares[i] ?? zero);
      if (best < 0 || rest(best).below(rest(index))) best = index;
    }
    taken.add(best);
    shares[best] = (shares[best] ?? zero).plus(unit);
  }
  return shares;
}

function discountOn(amount: Fraction, discount: PlainDiscount | undefined, minor: Fraction): Fraction {
  if (!discount) return zero;
  const off =
    'percent' in discount
      ? amount.times(Fraction.of(discount.percent)).over(hundred).to(minor)
      : Fraction.of(discount.amount);
  if (amount.below(off)) throw new Refused('the discount is above the price');
  return off;
}

const exponents: Record<string, number> = { INR: 2, NGN: 2, EUR: 2, USD: 2, JPY: 0, KWD: 3 };

export function oracle(bill: PlainBill) {
  const { settings } = bill;
  const digits = exponents[settings.currency] ?? 2;
  const minor = new Fraction(1n, 10n ** BigInt(digits));
  const inclusive = settings.pricesIncludeTax === true;
  const cents = (f: Fraction) => f.to(minor);

  const grosses = bill.lines.map((line) => cents(Fraction.of(line.unitPrice).times(Fraction.of(line.quantity))));
  const discounts = bill.lines.map((line, i) => discountOn(grosses[i] ?? zero, line.discount, minor));
  const nets = grosses.map((gross, i) => gross.minus(discounts[i] ?? zero));
  const billDiscount = discountOn(total(nets), bill.billDiscount, minor);
  const spread = handOut(billDiscount, nets, minor);
  const prices = nets.map((net, i) => net.minus(spread[i] ?? zero));
  const quantities = bill.lines.map((line) => Fraction.of(line.quantity));

  const exactTaxable = bill.lines.map((line, i) =>
    inclusive ? taxableInside(bill, line.taxes, prices[i] ?? zero, quantities[i] ?? zero) : (prices[i] ?? zero),
  );
  const parts: Part[][] = bill.lines.map(() => []);
  if (settings.rounding === 'document') {
    const lists = bill.lines.map((line) => JSON.stringify(line.taxes));
    for (const list of new Set(lists)) {
      const members = lists.flatMap((own, i) => (own === list ? [i] : []));
      const exact = members.map((i) =>
        components(bill, bill.lines[i]?.taxes ?? [], exactTaxable[i] ?? zero, quantities[i] ?? zero, (f) => f),
      );
      const weights = members.map((i) => prices[i] ?? zero);
      const priced = total(weights).n > 0n;
      for (const [k, { name }] of (exact[0] ?? []).entries()) {
        const rounded = cents(total(exact.map((own) => own[k]?.amount ?? zero)));
        const shares = handOut(rounded, priced ? weights : members.map((i) => quantities[i] ?? zero), minor);
        members.forEach((i, position) => {
          parts[i]?.push({ name, amount: shares[position] ?? zero });
        });
      }
    }
  } else {
    bill.lines.forEach((line, i) => {
      parts[i] = components(bill, line.taxes, exactTaxable[i] ?? zero, quantities[i] ?? zero, cents);
    });
  }
  const taxes = parts.map((own) => total(own.map((part) => part.amount)));
  const taxables = prices.map((price, i) => (inclusive ? price.minus(taxes[i] ?? zero) : price));

  const named = (own: Part[], name: string) =>
    total(own.filter((part) => part.name === name).map((part) => part.amount));
  const before = total(taxables).plus(total(taxes));
  const unit = Fraction.of(settings.roundOff);
  const sum = unit.n === 0n ? before : before.to(unit);

  const write = (f: Fraction) => {
    const units = f.over(minor);
    const whole = units.n / units.d;
    if (whole * units.d !== units.n) throw new Error('not a whole number of minor units');
    const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
    const body = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
    return whole < 0n ? `-${body}` : body;
  };

  const hsn = new Map<string, { hsn: string; unit: string; rate: string; indexes: number[] }>();
  bill.lines.forEach((line, i) => {
    if (!line.hsn) return;
    const rates = line.taxes.filter((tax) => tax.kind === 'gst');
    const used = rates.length > 0 ? rates : line.taxes.filter((tax) => tax.kind !== 'cess');
    const rate = settings.regime === 'none' ? '0' : short(total(used.map((tax) => Fraction.of(tax.rate))));
    const key = [line.hsn, line.unit, rate].join();
    const row = hsn.get(key) ?? { hsn: line.hsn, unit: line.unit ?? '', rate, indexes: [] };
    row.indexes.push(i);
    hsn.set(key, row);
  });

  const all = parts.flat();
  return {
    taxable: write(total(taxables)),
    cgst: write(named(all, 'cgst')),
    sgst: write(named(all, 'sgst')),
    igst: write(named(all, 'igst')),
    cess: write(named(all, 'cess')),
    tax: write(total(taxes)),
    roundOff: write(sum.minus(before)),
    total: write(sum),
    ...money(bill, sum, write),
    lines: bill.lines.map((_, i) => ({
      gross: write(grosses[i] ?? zero),
      discount: write(discounts[i] ?? zero),
      net: write(nets[i] ?? zero),
      billDiscount: write(spread[i] ?? zero),
      taxable: write(taxables[i] ?? zero),
      cgst: write(named(parts[i] ?? [], 'cgst')),
      sgst: write(named(parts[i] ?? [], 'sgst')),
      igst: write(named(parts[i] ?? [], 'igst')),
      cess: write(named(parts[i] ?? [], 'cess')),
      tax: write(taxes[i] ?? zero),
      total: write((taxables[i] ?? zero).plus(taxes[i] ?? zero)),
    })),
    hsn: [...hsn.values()].map(({ indexes, ...row }) => {
      const of = (values: Fraction[]) => total(indexes.map((i) => values[i] ?? zero));
      const component = (name: string) => write(of(parts.map((own) => named(own, name))));
      return {
        ...row,
        quantity: short(of(quantities)),
        taxable: write(of(taxables)),
        cgst: component('cgst'),
        sgst: component('sgst'),
        igst: component('igst'),
        cess: component('cess'),
      };
    }),
  };
}

/** Change, cash kept and due, by the words: other methods first, cash covers the coins' rounding of what they leave. */
function money(bill: PlainBill, sum: Fraction, write: (f: Fraction) => string) {
  const payments = bill.payments ?? [];
  const paid = (cash: boolean) =>
    total(payments.filter((p) => (p.method === 'cash') === cash).map((p) => Fraction.of(p.amount)));
  const rest = sum.minus(paid(false));
  if (rest.below(zero)) throw new Refused('overpaid');
  const coin = Fraction.of(bill.settings.cashRounding);
  const cashDue = coin.n === 0n ? rest : rest.to(coin);
  const cash = paid(true);
  const byCash = payments.some((p) => p.method === 'cash');
  const lower = cashDue.below(rest) ? cashDue : rest;
  if (!byCash || cash.below(lower)) {
    return { cashDue: write(cashDue), change: write(zero), cashKept: write(cash), due: write(rest.minus(cash)) };
  }
  const kept = cash.below(cashDue) ? cash : cashDue;
  return { cashDue: write(cashDue), change: write(cash.minus(kept)), cashKept: write(kept), due: write(zero) };
}

/** A decimal without zeros at the end; all fractions here have a power of ten below. */
function short(f: Fraction): string {
  const scaled = (f.n * 10_000n) / f.d;
  const text = String(scaled).padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}`.replace(/\.?0+$/, '');
}
