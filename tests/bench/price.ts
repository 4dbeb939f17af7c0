/**
 * Pricing a bill of 50 lines, what happens at every keystroke on the counter: a shop's GST bill with discounts, a bill
 * discount, charges and round-off; both rounding methods, prices with and without tax; and, beside it, one where every
 * line has a compound tax and a cess per unit, which no double can carry.
 */
import { type BillInput, priceBill, type Tax } from '@shared/bill';
import { fineMoney, money, quantity, rate, ZERO } from '@shared/money';

const gst = (percent: number): Tax => ({
  kind: 'gst',
  rate: rate(percent * 10_000),
  perUnit: fineMoney(0),
  compound: false,
});
const cess: Tax = { kind: 'cess', rate: rate(120_000), perUnit: fineMoney(159_100), compound: true };
const lists = [[gst(5)], [gst(12)], [gst(18)], [gst(0)], []];
const hard = [[gst(28), cess]];

function bill(rounding: 'line' | 'document', pricesIncludeTax: boolean, taxes: readonly (readonly Tax[])[]): BillInput {
  return {
    settings: {
      currency: 'INR',
      regime: 'india_gst',
      place: 'intra',
      pricesIncludeTax,
      rounding,
      roundOff: money(100),
      cashRounding: ZERO,
    },
    lines: Array.from({ length: 50 }, (_, index) => ({
      quantity: quantity(index % 3 === 0 ? 1 + index * 137 : 1000 * (1 + (index % 4))),
      unitPrice: money(995 + index * 1_731),
      discount: index % 5 === 0 ? { percent: rate(100_000) } : undefined,
      // Lists come from the database, one array per line.
      taxes: [...(taxes[index % taxes.length] ?? [])],
      hsn: String(1000 + (index % 7)),
      unit: index % 3 === 0 ? 'KG' : 'PCS',
      charge: index === 49,
    })),
    billDiscount: { percent: rate(50_000) },
    payments: [{ method: 'cash', amount: money(500_000_000) }],
  };
}

function measure(input: BillInput, rounds: number) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    priceBill(input);
    times.push(performance.now() - started);
  }
  const sorted = times.slice(rounds / 5).toSorted((a, b) => a - b);
  const at = (part: number) => Number((sorted[Math.floor(sorted.length * part)] ?? Number.NaN).toFixed(4));
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

for (const rounding of ['line', 'document'] as const) {
  for (const inclusive of [true, false]) {
    const result = measure(bill(rounding, inclusive, lists), 5_000);
    console.log(JSON.stringify({ bench: 'price', lines: 50, rounding, inclusive, ...result, targetP50Ms: 0.2 }));
  }
  const result = measure(bill(rounding, true, hard), 5_000);
  console.log(JSON.stringify({ bench: 'price', lines: 50, rounding, inclusive: true, compoundCess: true, ...result }));
}
