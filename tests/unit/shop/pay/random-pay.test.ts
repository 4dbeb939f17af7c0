import { addDays, type Day } from '@shared/clock';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOf, openAttendance } from '../../../support/attendance';
import { foundShop } from '../../../support/counter';
import { personOf, staffUp } from '../../../support/day';
import { makeTestShop } from '../../../support/shop-store';

/**
 * Three months of somebody's work and pay, made of days, and kept beside it in a book of nothing but lists: what was
 * worked by the minute, what each day was worth as a fraction, what was paid. Every figure of every sheet must agree.
 */
const first = '2026-09-01' as Day;
const today = '2026-11-21' as Day;
const months = ['2026-09', '2026-10', '2026-11'] as const;
const cashier = personOf('cashier');

type Kind = 'monthly' | 'daily' | 'hourly' | 'none';

const dayNumber = fc.integer({ min: 0, max: 80 });
const anyDay = fc.record({
  /**
   * Never two in a row, and not yesterday: what a forgotten end does to the next morning, and that whoever came last night
   * may still be there, is in the tests of spells.
   */
  day: fc.integer({ min: 0, max: 79 }).map((day) => day - (day % 2)),
  from: fc.integer({ min: 0, max: 700 }),
  /** Minutes of work, a break and more work: the second part may run over midnight. */
  parts: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 500 })),
  /** The end was forgotten; or it was written wrong and moved later. */
  fault: fc.constantFrom('none', 'none', 'none', 'forgotten', 'moved'),
});
const anyRule = fc.record({
  day: dayNumber,
  kind: fc.constantFrom<Kind>('monthly', 'daily', 'hourly', 'none'),
  amount: fc.integer({ min: 0, max: 5_000_000 }),
  lessAbsent: fc.boolean(),
  full: fc.integer({ min: 1, max: 600 }),
  off: fc.constantFrom(null, 1, 4, 7),
});
const anyPayment = fc.record({
  month: fc.constantFrom(...months),
  kind: fc.constantFrom('advance' as const, 'wage' as const, 'bonus' as const, 'deduction' as const),
  amount: fc.integer({ min: 1, max: 900_000 }),
  back: fc.boolean(),
});

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const weekday = (day: Day) => ((Math.round(Date.parse(day) / 86_400_000) + 3) % 7) + 1;
/** Halves up, of a fraction that is not below zero. */
const rounded = (top: bigint, bottom: bigint) => Number((top + top + bottom) / (bottom + bottom));

it('every sheet is what the days, the rules and the payments say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyDay, { selector: ({ day }) => day, minLength: 6, maxLength: 24 }),
      fc.uniqueArray(anyRule, { selector: ({ day }) => day, minLength: 1, maxLength: 4 }),
      fc.array(anyPayment, { maxLength: 8 }),
      fc.shuffledSubarray([...months], { minLength: 3 }),
      async (days, rules, payments, order) => {
        const shop = makeTestShop();
        try {
          const store = shop.open();
          foundShop(store, { products: [] });
          await staffUp(store);
          const till = openAttendance(store);
          let n = 0;

          const worked = new Map<Day, number>();
          const open = new Set<Day>();
          const put = async (kind: 'in' | 'out', on: Day, minutes: number) => {
            const entryId = uuid(++n);
            const at = { day: minutes >= 1_440 ? addDays(on, 1) : on, clock: minutes % 1_440 };
            await till.call('attendance.add', { entryId, staffId: cashier, kind, ...at, reason: 'paper' });
            return entryId;
          };
          for (const { day, from, parts, fault } of days) {
            const on = addDays(first, day);
            const [before, rest, after] = parts;
            await put('in', on, from);
            await put('out', on, from + before);
            await put('in', on, from + before + rest);
            if (fault === 'forgotten') open.add(on);
            else {
              const end = from + before + rest + after;
              const entryId = await put('out', on, fault === 'moved' ? from + before + rest : end);
              const to = { day: end >= 1_440 ? addDays(on, 1) : on, clock: end % 1_440 };
              if (fault === 'moved')
                await till.call('attendance.correct', { correctionId: uuid(++n), entryId, to, reason: 'x' });
            }
            worked.set(on, before + (fault === 'forgotten' ? 0 : after));
          }
          for (const { day, kind, amount, lessAbsent, full, off } of rules) {
            const half = Math.floor(full / 2);
            const minutes = { fullMinutes: full, halfMinutes: half, weeklyOff: off };
            const of = { ruleId: uuid(++n), staffId: cashier, from: addDays(first, day) };
            await till.call('pay.setRule', { ...of, kind, amount, lessAbsent, ...minutes });
          }
          for (const { month, kind, amount, back } of payments) {
            const of = { paymentId: uuid(++n), staffId: cashier, month, amount };
            if (kind === 'advance' || kind === 'wage') {
              await till.call('pay.pay', { ...of, kind, method: 'upi', confirm: ['advance'] });
            } else await till.call('pay.adjust', { ...of, kind, reason: 'x' });
            if (back) await till.call('pay.takeBack', { paymentId: of.paymentId, reason: 'x' });
          }

          // The book.
          const inOrder = [...rules].sort((a, b) => a.day - b.day);
          let carried = 0;
          const left: number[] = [];
          for (const month of months) {
            const all: Day[] = [];
            for (let day = `${month}-01` as Day; day.startsWith(month); day = addDays(day, 1)) all.push(day);
            let earned = 0;
            for (const [index, rule] of inOrder.entries()) {
              const from = addDays(first, rule.day);
              const until = inOrder[index + 1] ? addDays(first, inOrder[index + 1]?.day ?? 0) : null;
              let sum = 0n;
              for (const day of all) {
                if (day < from || (until !== null && day >= until) || day > today) continue;
                const minutes = worked.get(day);
                const whole =
                  minutes === undefined
                    ? null
                    : minutes >= rule.full
                      ? 2n
                      : minutes >= Math.floor(rule.full / 2)
                        ? 1n
                        : 0n;
                if (rule.kind === 'hourly') sum += BigInt(minutes ?? 0);
                else if (rule.kind === 'daily') sum += whole ?? 0n;
                // "The weekday of the rule 2, whatever was worked on it; else full 2, half 1, all else 0; where days not worked are
                // not taken off every day is 2."
                else if (rule.kind === 'monthly') {
                  if (!rule.lessAbsent || weekday(day) === rule.off) sum += 2n;
                  else sum += whole ?? 0n;
                }
              }
              const parts = { hourly: 60n, daily: 2n, monthly: BigInt(2 * all.length), none: 1n }[rule.kind];
              earned += rounded(BigInt(rule.amount) * sum, parts);
            }
            const sum = (kind: string) =>
              payments
                .filter((each) => each.month === month && each.kind === kind && !each.back)
                .reduce((total, { amount }) => total + amount, 0);
            const toPay = carried + earned + sum('bonus') - sum('deduction') - sum('advance') - sum('wage');
            const sheet = await till.call('pay.sheet', { month });
            expect(sheet.people.find(({ id }) => id === cashier)).toMatchObject({
              earned,
              carried,
              toPay,
              bonus: sum('bonus'),
              deducted: sum('deduction'),
              advances: sum('advance'),
              paid: sum('wage'),
              minutes: all.reduce((total, day) => total + (worked.get(day) ?? 0), 0),
              open: all.filter((day) => open.has(day)).length,
            });
            const hours = await till.call('attendance.sheet', { month });
            const row = hours.people.find(({ id }) => id === cashier);
            expect(row?.days.map(({ minutes }) => minutes)).toEqual(all.map((day) => worked.get(day) ?? 0));
            expect(row?.days.map(({ mark }) => mark === 'open')).toEqual(all.map((day) => open.has(day)));
            carried = toPay;
            left.push(toPay);
          }
          // "its to pay, less the wages that stand in later sheets, and never more than the balance over all months"
          const dueOf = async (month: string) => {
            const { people } = await till.call('pay.sheet', { month });
            return people.find(({ id }) => id === cashier)?.due ?? 0;
          };
          for (const [index, month] of months.entries()) {
            const later = payments.filter((each) => !each.back && each.kind === 'wage' && each.month > month);
            const open = (left[index] ?? 0) - later.reduce((total, { amount }) => total + amount, 0);
            expect(await dueOf(month)).toBe(
              (left[index] ?? 0) <= 0 ? left[index] : Math.max(0, Math.min(open, carried)),
            );
          }
          // Paid unasked, in whatever order of the months, is never more than was left over all of them.
          let paid = 0;
          for (const month of order) {
            const due = Math.max(0, await dueOf(month));
            const wage = { staffId: cashier, month, kind: 'wage', method: 'bank' } as const;
            const more = till.call('pay.pay', { ...wage, paymentId: uuid(++n), amount: due + 1 });
            expect(await codeOf(more)).toBe('overpaid');
            if (due > 0) await till.call('pay.pay', { ...wage, paymentId: uuid(++n), amount: due });
            paid += due;
          }
          expect(paid).toBeLessThanOrEqual(Math.max(0, carried));
        } finally {
          await shop.dispose();
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
