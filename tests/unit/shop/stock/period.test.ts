import { type Day, dayOf, startOfDay } from '@shared/clock';
import type { CallOutput } from '@shared/contract';
import { addQuantity, quantity } from '@shared/money';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stockHandlers } from '../../../../src/main/shop/stock';
import { cashier, foundShop, openCounter } from '../../../support/counter';
import { refusal } from '../../../support/refusal';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const zone = 'Asia/Kolkata';

function openShop() {
  const store = shop.open();
  foundShop(store, { products: [{ id: 'soap' }], opening: { soap: 10_000 } });
  const counter = openCounter(store);
  return { counter, store, handlers: stockHandlers(counter.deps) };
}

const sumOf = (period: CallOutput<'stock.period'>) =>
  [period.received, period.sold, period.returned, period.used, period.adjusted].reduce(addQuantity, period.atStart);

describe('the stock of a period', () => {
  it('is led from start to end by what was received, sold, returned, used and adjusted', async () => {
    const { counter, handlers } = openShop();
    const first = dayOf(shop.clock.now(), zone);
    shop.clock.advance(86_400_000);
    counter.add('soap', 3_000);
    const sale = counter.pay();
    counter.giveBack(sale.billId, [[1, 1_000]]);
    for (const [reason, moved] of [
      ['damage', -1_000],
      ['expiry', -1_000],
      ['own_use', -1_000],
      ['found', 2_000],
      ['purchase', 6_000],
      ['consumption', -4_000],
    ] as const) {
      const move = { productId: 'soap', quantity: quantity(moved), reason, note: '' };
      await handlers['stock.adjust'](move, cashier);
    }
    const second = dayOf(shop.clock.now(), zone);
    const ask = (days: { from?: string; to?: string }) =>
      handlers['stock.period']({ productId: 'soap', ...days }, cashier);
    expect(await ask({ from: second, to: second })).toEqual({
      atStart: 10_000,
      received: 6_000,
      sold: -3_000,
      returned: 1_000,
      used: -4_000,
      adjusted: -1_000,
      atEnd: 9_000,
    });
    expect(await ask({ to: first })).toMatchObject({ atStart: 0, received: 10_000, sold: 0, atEnd: 10_000 });
    expect(await ask({})).toMatchObject({ atStart: 0, received: 16_000, atEnd: 9_000 });
  });

  it('adds up to the level, and its history runs from one end to the other, whatever moved when', async () => {
    const moves = fc.array(
      fc.record({
        hours: fc.integer({ min: 0, max: 60 }),
        pieces: fc.integer({ min: -9, max: 9 }).filter((pieces) => pieces !== 0),
        reason: fc.constantFrom('adjustment', 'damage', 'found', 'purchase', 'consumption'),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(moves, fc.nat(5), fc.nat(5), async (list, skip, length) => {
        const { counter, handlers } = openShop();
        const start = shop.clock.now();
        for (const { hours, pieces, reason } of list) {
          shop.clock.advance(hours * 3_600_000);
          const move = { productId: 'soap', quantity: quantity(pieces * 1000), reason, note: '' };
          await handlers['stock.adjust'](move, cashier);
        }
        const days = {
          productId: 'soap',
          from: dayOf(start + skip * 86_400_000, zone),
          to: dayOf(start + (skip + length) * 86_400_000, zone),
        };
        const period = await handlers['stock.period'](days, cashier);
        expect(sumOf(period)).toBe(period.atEnd);
        const { rows, total } = await handlers['stock.history']({ ...days, offset: 0, limit: 200 }, cashier);
        expect(rows.length).toBe(total);
        expect(rows[0]?.balance ?? period.atEnd).toBe(period.atEnd);
        const oldest = rows.at(-1);
        if (oldest) expect(oldest.balance - oldest.quantity).toBe(period.atStart);
        else expect(period.atStart).toBe(period.atEnd);
        const halves = await Promise.all(
          [0, 3, 6, 9, 12].map((offset) => handlers['stock.history']({ ...days, offset, limit: 3 }, cashier)),
        );
        expect(halves.flatMap((page) => page.rows)).toEqual(rows);
        const all = await handlers['stock.period']({ productId: 'soap' }, cashier);
        expect([all.atStart, all.atEnd, sumOf(all)]).toEqual([0, counter.level('soap'), counter.level('soap')]);
        await shop.dispose();
        shop = makeTestShop();
      }),
      { numRuns: 25 },
    );
  });

  it('refuses days that are none, and an end before the start', () => {
    const { handlers } = openShop();
    const ask = (from: string, to: string) => () => handlers['stock.period']({ productId: 'soap', from, to }, cashier);
    expect(refusal(ask('2026-02-30', '2026-03-01'))).toBe('bad_value');
    expect(refusal(ask('2026-03-02', '2026-03-01'))).toBe('bad_value');
  });
});

describe('the start of a day', () => {
  const at = (day: string, timeZone: string) => new Date(startOfDay(day as Day, timeZone)).toISOString(); // proof: written out

  it('is midnight on the shop’s wall', () => {
    expect(at('2026-11-21', 'Asia/Kolkata')).toBe('2026-11-20T18:30:00.000Z');
    expect(at('2026-11-21', 'Pacific/Kiritimati')).toBe('2026-11-20T10:00:00.000Z');
    expect(at('2026-11-21', 'Pacific/Pago_Pago')).toBe('2026-11-21T11:00:00.000Z');
  });

  it('is an hour later where clocks are put forward at midnight', () => {
    expect(at('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(dayOf(startOfDay('2018-11-04' as Day, 'America/Sao_Paulo') - 1, 'America/Sao_Paulo')).toBe('2018-11-03'); // proof: written out
  });
});
