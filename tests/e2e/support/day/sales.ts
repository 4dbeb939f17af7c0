import type { Part } from './hands';
import type { Off } from './price';
import { type GoodName, goods } from './shop';

/** One product on the bill, and what is done to its line right after it was scanned. */
export interface Line {
  readonly good: GoodName;
  /** Typed before the scan: `5*`. */
  readonly times?: string;
  /** On the scale's label. */
  readonly grams?: number;
  /** Set afterwards, by F3. */
  readonly quantity?: string;
  /** Rupees; the owner's PIN is asked for. */
  readonly price?: string;
  readonly off?: Discount;
  readonly note?: string;
}

export interface Discount {
  readonly off: Off;
  readonly needsPin?: boolean;
}

export interface Sale {
  readonly lines: readonly Line[];
  readonly off?: Discount;
  readonly note?: string;
  /** What is typed to find them, and who that is. */
  readonly customer?: readonly [typed: string, name: string];
  readonly newPhone?: string;
  readonly pay: readonly Part[];
}

const cash: readonly Part[] = [{ way: 'Cash' }];
const ravi = ['ravi', 'Ravi Kulkarni'] as const;
const meena = ['983', 'Meena Joshi'] as const;
const zoya = ['Zoya Khan', 'Zoya Khan'] as const;

/** Thirty sales of one day: every way of paying, every discount, at least once. */
export const sales: readonly Sale[] = [
  { lines: [{ good: 'soap' }, { good: 'milk', times: '2' }], pay: cash },
  { lines: [{ good: 'oil' }], pay: [{ way: 'Cash', typed: '500' }] },
  { lines: [{ good: 'cola', times: '3' }], pay: [{ way: 'Card', reference: 'AUTH 77' }] },
  { lines: [{ good: 'cream' }], pay: [{ way: 'UPI', reference: 'UPI 41' }] },
  { lines: [{ good: 'oil', times: '12' }], pay: [{ way: 'Bank', reference: 'NEFT 9' }] },
  { lines: [{ good: 'nuts', grams: 505 }], pay: cash },
  { lines: [{ good: 'soap', times: '5' }, { good: 'milk' }], customer: meena, pay: [{ way: 'On account' }] },
  { lines: [{ good: 'cream', off: { off: { percent: 7n } } }], pay: cash },
  { lines: [{ good: 'oil', off: { off: { paise: 15_50n } } }, { good: 'pen' }], pay: cash },
  { lines: [{ good: 'cream' }, { good: 'nuts', grams: 1250 }], off: { off: { percent: 10n } }, pay: [{ way: 'UPI' }] },
  { lines: [{ good: 'soap' }, { good: 'cola' }, { good: 'pen' }], off: { off: { paise: 5_00n } }, pay: cash },
  { lines: [{ good: 'oil', price: '170' }], pay: cash },
  {
    lines: [{ good: 'cream', times: '3', off: { off: { percent: 20n }, needsPin: true } }, { good: 'milk' }],
    pay: [{ way: 'Cash', typed: '600' }],
  },
  { lines: [{ good: 'pen', quantity: '30' }], pay: [{ way: 'Cash', typed: '100' }, { way: 'Card' }] },
  {
    lines: [{ good: 'oil', times: '4', note: 'home delivery' }],
    note: 'after six',
    customer: zoya,
    newPhone: '9844412345',
    pay: [{ way: 'Cash', typed: '200' }, { way: 'UPI', typed: '142', reference: 'UPI 42' }, { way: 'On account' }],
  },
  {
    lines: [{ good: 'milk', times: '10' }],
    customer: ravi,
    pay: [{ way: 'Cash', typed: '70' }, { way: 'On account' }],
  },
  { lines: [{ good: 'cola' }, { good: 'soap' }, { good: 'milk' }, { good: 'pen' }], pay: cash },
  { lines: [{ good: 'cream', times: '2', price: '180.50', off: { off: { percent: 5n } } }], pay: cash },
  { lines: [{ good: 'nuts', grams: 95 }, { good: 'milk' }], pay: cash },
  { lines: [{ good: 'soap', times: '12' }], customer: meena, pay: [{ way: 'Bank' }] },
  { lines: [{ good: 'pen' }], pay: cash },
  { lines: [{ good: 'cola', times: '6' }], off: { off: { percent: 15n }, needsPin: true }, pay: [{ way: 'Card' }] },
  {
    lines: [{ good: 'oil' }, { good: 'cream' }],
    pay: [
      { way: 'UPI', typed: '180' },
      { way: 'Cash', typed: '500' },
    ],
  },
  { lines: [{ good: 'milk', times: '4' }], pay: [{ way: 'Cash', typed: '200' }] },
  { lines: [{ good: 'soap', quantity: '7' }], customer: zoya, pay: [{ way: 'On account' }] },
  {
    lines: [
      { good: 'oil', times: '2' },
      { good: 'milk', times: '3' },
    ],
    pay: cash,
  },
  { lines: [{ good: 'cream' }, { good: 'cola' }], pay: [{ way: 'Card', typed: '100' }, { way: 'Card' }] },
];

/** What the line sells, in the arithmetic's terms. */
export function wantedOf({ good, times, grams, quantity, price, off }: Line) {
  const { price: listed, rate } = goods[good];
  const milli = grams === undefined ? BigInt(quantity ?? times ?? '1') * 1000n : BigInt(grams);
  const given = price === undefined ? listed : paiseOf(price);
  return { price: given, milli, rate, ...(off === undefined ? {} : { off: off.off }) };
}

/** `180.50` in paise. */
export function paiseOf(rupees: string): bigint {
  const [whole = '0', part = ''] = rupees.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}
