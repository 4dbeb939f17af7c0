import { addDays, type Day } from '@shared/clock';
import type { PartyKind } from '@shared/contract';
import type { KhataKind } from '@shared/entities';
import { money } from '@shared/money';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundShop } from '../../../support/counter';
import { openKhata } from '../../../support/khata';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const today = '2026-11-21' as Day; // proof: written out as a day
const first = addDays(today, -200);
const id = '00000000-0000-7000-8000-00000000c001';

/** One line of a random khata: a debt with days to pay it, or money and credit that settles. */
interface Line {
  readonly after: number;
  readonly kind: Extract<KhataKind, 'bill' | 'purchase' | 'payment' | 'adjustment'>;
  readonly amount: number;
  readonly days: number | null;
}

const line = fc.record({
  after: fc.nat({ max: 200 }),
  isDebt: fc.boolean(),
  isCorrection: fc.boolean(),
  amount: fc.integer({ min: 1, max: 500_000 }),
  days: fc.option(fc.nat({ max: 60 })),
});
const history = fc.record({
  opening: fc.integer({ min: -300_000, max: 300_000 }),
  lines: fc.array(line, { maxLength: 25 }),
  cuts: fc.array(fc.nat({ max: 220 }), { maxLength: 5 }),
});

/** The same from nothing but lists: the oldest due is settled first, age by age. */
function model(opening: number, lines: readonly Line[], until: string, asOf: string) {
  const counted = lines.filter(({ after }) => addDays(first, after) <= until);
  const debts = counted
    .filter(({ amount }) => amount > 0)
    .map(({ after, amount, days }) => ({ by: addDays(first, after + (days ?? 0)) as string, amount }));
  if (opening > 0) debts.push({ by: today, amount: opening });
  let paid = counted.reduce((sum, { amount }) => sum - Math.min(amount, 0), Math.max(-opening, 0));
  const ages = [0, 0, 0, 0, 0];
  for (const { by, amount } of debts.sort((a, b) => a.by.localeCompare(b.by))) {
    const settled = Math.min(paid, amount);
    paid -= settled;
    const late = (Date.parse(asOf) - Date.parse(by)) / 86_400_000;
    const age = [0, 30, 60, 90].findIndex((most) => late <= most);
    ages[age < 0 ? 4 : age] = (ages[age < 0 ? 4 : age] ?? 0) + amount - settled;
  }
  return ages;
}

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

describe.each<PartyKind>(['customer', 'supplier'])('the khata of a %s', (kind) => {
  it('adds up however it is cut into periods, and its ages come to its balance', () => {
    const store = shop.open();
    foundShop(store, {});
    const khata = openKhata(store);
    let number = 0;
    fc.assert(
      fc.property(history, ({ opening, lines: drawn, cuts }) => {
        number += 1;
        const party = id.replace(/.{4}$/, String(number).padStart(4, '0'));
        const lines = drawn
          .map(({ isDebt, isCorrection, amount, after, days }): Line => {
            const debt = kind === 'customer' ? 'bill' : 'purchase';
            const what = isCorrection ? 'adjustment' : isDebt ? debt : 'payment';
            return { after, kind: what, amount: isDebt ? amount : -amount, days };
          })
          .sort((a, b) => a.after - b.after);
        store.mutate({ name: 'test.khata', kind: 'fact', actor: 'test' }, (m) => {
          const who = {
            name: 'Ravi',
            phone: null,
            gstin: null,
            state_code: null,
            address: null,
            email: null,
            note: null,
          };
          const begin = { id: party, ...who, opening_balance: money(opening), created_at: m.at };
          if (kind === 'supplier') m.put('supplier', begin);
          else m.put('customer', { ...begin, credit_limit: null, credit_days: null });
          // Written down in another order than they happened: another till's arrive late.
          for (const [index, { after, amount, days, kind: what }] of [...lines.entries()].reverse()) {
            m.put('party_transaction', {
              id: `${party}:${String(index).padStart(3, '0')}`,
              party_type: kind,
              party_id: party,
              kind: what,
              amount: money(amount),
              document_type: null,
              document_id: null,
              due_day: days === null ? null : addDays(first, after + days),
              note: null,
              at: Date.parse(addDays(first, after)) + index,
              day: addDays(first, after),
              staff_id: 'test',
              terminal_id: m.terminalId,
              shift_id: null,
            });
          }
        });
        const call = <N extends 'entries' | 'summary' | 'statement'>(what: N) => `${kind}Khata.${what}` as const;
        const balance = lines.reduce((sum, { amount }) => sum + amount, opening);

        const { balance: told, ages, overdue } = khata.call(call('summary'), { id: party });
        expect(told).toBe(balance);
        expect(ages.reduce((sum, age) => sum + age, 0)).toBe(Math.max(0, balance));
        expect(ages).toEqual(model(opening, lines, '9999-12-31', today));
        expect(overdue).toBe(ages.slice(1).reduce((sum, age) => sum + age, 0));

        // Every split into periods: each begins where the one before it ended, and the last ends with the balance.
        const days = [...new Set(cuts)].sort((a, b) => a - b).map((cut) => addDays(first, cut));
        const starts = [undefined, ...days.map((day) => addDays(day, 1))];
        let reached: number = opening;
        let counted = 0;
        for (const [index, from] of starts.entries()) {
          const to = days[index];
          const period = { id: party, ...(from && { from }), ...(to && { to }) };
          const sums = khata.call(call('statement'), period);
          expect(sums.opening).toBe(reached);
          expect(sums.opening + sums.raised - sums.lowered).toBe(sums.closing);
          const asOf = to !== undefined && to < today ? to : today;
          expect(sums.ages).toEqual(model(opening, lines, to ?? '9999-12-31', asOf));
          expect(sums.ages.reduce((sum, age) => sum + age, 0)).toBe(Math.max(0, sums.closing));
          const { rows, total } = khata.call(call('entries'), { ...period, limit: 50 });
          expect(total).toBe(rows.length);
          expect(sums.entries).toBe(total);
          const [newest] = rows;
          if (newest) expect(newest.balance).toBe(sums.closing);
          for (const [place, row] of rows.entries()) {
            const before = rows[place + 1]?.balance ?? sums.opening;
            expect(before + row.amount).toBe(row.balance);
          }
          reached = sums.closing;
          counted += total;
        }
        expect(reached).toBe(balance);
        expect(counted).toBe(lines.length);

        // A page at a time is the same list.
        const pages = [0, 7, 14, 21].flatMap(
          (offset) => khata.call(call('entries'), { id: party, offset, limit: 7 }).rows,
        );
        expect(pages).toEqual(khata.call(call('entries'), { id: party, limit: 50 }).rows);
      }),
      { numRuns: 120 },
    );
  });
});
