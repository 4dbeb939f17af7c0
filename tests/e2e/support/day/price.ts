/**
 * The rules of docs/money-and-tax.md for a shop whose shelf prices include GST, within one state, rounded by line and to
 * whole rupees: computed a second time, in whole paise, from that page alone. Nothing of the app's arithmetic is used.
 */

/** A part of the price in percent, or so many paise. */
export type Off = { readonly percent: bigint } | { readonly paise: bigint };

/** What is sold of one product: paise for one unit, thousandths of it, whole percent of GST. */
export interface Wanted {
  readonly price: bigint;
  readonly milli: bigint;
  readonly rate: bigint;
  readonly off?: Off;
}

export interface PricedLine {
  readonly milli: bigint;
  readonly rate: bigint;
  readonly gross: bigint;
  readonly off: bigint;
  /** After both discounts. */
  readonly price: bigint;
  /** CGST, and as much SGST. */
  readonly half: bigint;
  readonly taxable: bigint;
}

export interface Priced {
  readonly lines: readonly PricedLine[];
  readonly subtotal: bigint;
  readonly lineOff: bigint;
  readonly billOff: bigint;
  readonly roundOff: bigint;
  readonly total: bigint;
}

/** To the nearest, halves away from zero. */
export function nearest(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, each) => all + each, 0n);

const offOf = (off: Off | undefined, of: bigint): bigint =>
  off === undefined ? 0n : 'percent' in off ? nearest(of * off.percent, 100n) : off.paise;

/** Largest remainder: whole paise first, then one each to the largest rests, of equal ones to the earlier. */
function shares(amount: bigint, weights: readonly bigint[]): bigint[] {
  const all = sum(weights);
  const parts = weights.map((weight) => (amount * weight) / all);
  const rests = weights.map((weight, at) => ({ at, rest: (amount * weight) % all }));
  rests.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  const left = Number(amount - sum(parts));
  for (const { at } of rests.slice(0, left)) parts[at] = (parts[at] ?? 0n) + 1n;
  return parts;
}

/** A bill: lines, the discount on all of it, the tax out of each price, the total in whole rupees. */
export function priceBill(wanted: readonly Wanted[], billOff?: Off): Priced {
  const nets = wanted.map(({ price, milli, off }) => {
    const gross = nearest(price * milli, 1000n);
    const less = offOf(off, gross);
    return { gross, off: less, net: gross - less };
  });
  const less = offOf(billOff, sum(nets.map(({ net }) => net)));
  const parts =
    less === 0n
      ? nets.map(() => 0n)
      : shares(
          less,
          nets.map(({ net }) => net),
        );
  const lines = wanted.map(({ milli, rate }, at): PricedLine => {
    const { gross = 0n, off = 0n, net = 0n } = nets[at] ?? {};
    const price = net - (parts[at] ?? 0n);
    const half = nearest(price * rate, 2n * (100n + rate));
    return { milli, rate, gross, off, price, half, taxable: price - 2n * half };
  });
  const exact = sum(lines.map(({ price }) => price));
  const total = nearest(exact, 100n) * 100n;
  return {
    lines,
    subtotal: sum(nets.map(({ gross }) => gross)),
    lineOff: sum(nets.map(({ off }) => off)),
    billOff: less,
    roundOff: total - exact,
    total,
  };
}

/** What comes back of a bill, all of it positive; `round` is the bill's round-off once nothing of the bill is left. */
export interface Credit {
  readonly lines: readonly {
    readonly at: number;
    readonly milli: bigint;
    readonly price: bigint;
    readonly half: bigint;
  }[];
  readonly roundOff: bigint;
  readonly total: bigint;
}

/**
 * Of each amount of a line, what falls to all that came back up to now, rounded, less what went back before.
 *
 * @param before thousandths that came back earlier, by line; they are raised by what comes back now
 */
export function creditOf(
  bill: Priced,
  before: bigint[],
  back: readonly (readonly [at: number, milli: bigint])[],
): Credit {
  const lines = back.map(([at, milli]) => {
    const line = bill.lines[at];
    if (!line) throw new Error(`The bill has no line ${at}`);
    const gone = before[at] ?? 0n;
    const part = (amount: bigint) => nearest(amount * (gone + milli), line.milli) - nearest(amount * gone, line.milli);
    before[at] = gone + milli;
    return { at, milli, price: part(line.price), half: part(line.half) };
  });
  const isEmpty = bill.lines.every((line, at) => before[at] === line.milli);
  const roundOff = isEmpty ? bill.roundOff : 0n;
  return { lines, roundOff, total: sum(lines.map(({ price }) => price)) + roundOff };
}
