import type { Bill } from '@shared/contract';
import { addMoney, type Money, money, negMoney, quantity, sumMoney } from '@shared/money';
import { createWriter } from '@shared/receipt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billLine, paperBill, shopSettings } from '../../support/papers';
import { printed } from './paper';

/** Letters of a code page, so that they come as letters; blanks and lengths as people make them. */
const word = fc.string({
  minLength: 1,
  maxLength: 18,
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéèüñABCDE()&%'),
});
const goodsName = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const priceOf = fc.integer({ min: 1, max: 9_999_999 }).map((value) => money(value));
const line = fc.record({
  name: goodsName,
  pieces: fc.integer({ min: 1, max: 999 }),
  unitPrice: priceOf,
  net: priceOf,
  discount: fc.oneof(fc.constant(money(0)), priceOf),
});

type Line = typeof line extends fc.Arbitrary<infer V> ? V : never;

function billOf(lines: readonly Line[]): Bill {
  const total: Money = sumMoney(lines.map(({ net }) => net));
  return paperBill({
    lines: lines.map(({ pieces, ...each }, index) =>
      billLine(index + 1, each.name, { ...each, quantity: quantity(pieces * 1000) }),
    ),
    total,
    subtotal: total,
    lineDiscount: money(0),
    payments: [{ method: 'card', amount: total, tendered: total, reference: null }],
    paid: total,
    due: money(0),
  });
}

/** What stands between the head of the goods and the rule below them. */
function goodsOf(text: string): string[] {
  const lines = text.split('\n');
  const head = lines.findIndex((each) => each.startsWith('Item '));
  const end = lines.findIndex((each, index) => index > head && /^-+$/.test(each));
  return lines.slice(head + 1, end);
}

const figures = /(\d+ pc) +([\d,]+\.\d\d) +([\d,]+\.\d\d)$/;
const off = /^Discount +(-[\d,]+\.\d\d)$/;

describe('what the printer prints of a bill', () => {
  it('is the priced bill, line by line, on either paper and any printer', async () => {
    const { amount } = createWriter(shopSettings());
    const printer = fc.constantFrom(
      ['generic80', 80],
      ['generic58', 58],
      ['epson180', 80],
      ['star', 58],
    ) as fc.Arbitrary<['generic80' | 'generic58' | 'epson180' | 'star', 58 | 80]>; // proof: the pairs just written
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), printer, async (lines, [profile, width]) => {
        const { simulator } = await printed(billOf(lines), profile, width);
        const goods = goodsOf(simulator.text);
        expect(goods.flatMap((each) => figures.exec(each)?.slice(1, 4) ?? [])).toEqual(
          lines.flatMap(({ pieces, unitPrice, net, discount }) => [
            `${pieces} pc`,
            amount(unitPrice),
            amount(addMoney(net, discount)),
          ]),
        );
        expect(goods.flatMap((each) => off.exec(each)?.[1] ?? [])).toEqual(
          lines.filter(({ discount }) => discount !== 0).map(({ discount }) => amount(negMoney(discount))),
        );
        // Whatever the names were wrapped into, no letter of them is lost or doubled.
        const letters = goods
          .filter((each) => !off.test(each))
          .map((each) => each.replace(figures, ''))
          .join('');
        expect(letters.replaceAll(' ', '')).toBe(lines.map(({ name }) => name.replaceAll(' ', '')).join(''));
        expect(simulator.text).toContain(amount(sumMoney(lines.map(({ net }) => net))));
        expect(simulator.unknown).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('understands its bytes however the network cuts them', async () => {
    const { bytes, simulator } = await printed(paperBill(), 'epson', 80);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }), async (cuts) => {
        const { simulator: other } = await printed(paperBill(), 'epson', 80);
        const wire = other.connect({ answer: () => {}, drop: () => {} });
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const length = cuts[turn % cuts.length] ?? 1;
          wire.receive(bytes.subarray(at, at + length));
          at += length;
        }
        expect(other.papers[1]).toEqual(simulator.papers[0]);
      }),
      { numRuns: 20 },
    );
  });
});
