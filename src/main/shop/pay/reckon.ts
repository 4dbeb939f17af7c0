import type { Day } from '@shared/clock';
import type { PayRule } from '@shared/contract';
import type { StaffPaymentKind } from '@shared/entities';
import { addMoney, type Money, roundedRatio, subMoney, sumMoney, ZERO } from '@shared/money';
import { type DayWork, hoursMark, idle, inForce, markOf, minutesOf, type WorkRule } from '../attendance';

/** What work is worth from a day on. */
export interface Worth extends Pick<PayRule, 'id' | 'kind' | 'amount' | 'lessAbsent'> {
  readonly from: Day;
}

/** A month of one person's work, and what it earned. */
export interface Earned {
  /** Half days that are paid; nothing of hourly pay. */
  readonly halves: number;
  /** Those of them that were worked; the others are days off. */
  readonly worked: number;
  readonly minutes: number;
  readonly open: number;
  readonly earned: Money;
}

interface Month {
  readonly days: readonly Day[];
  readonly today: Day;
  readonly work: ReadonlyMap<Day, DayWork>;
  readonly workRules: readonly WorkRule[];
  readonly worths: readonly Worth[];
  /** The day on which they left: of later ones nothing is paid. */
  readonly left: Day | null;
}

/**
 * Each day is paid by what held on it. What days of one rule come to is added up in half days or minutes first and rounded
 * once, halves up:
 * monthly: amount × half days ÷ (2 × days of the month), daily: amount × half days ÷ 2, hourly: amount × minutes ÷ 60.
 * Days to come earn nothing yet, days without an end what is known of them.
 */
export function earnedIn({ days, today, work, workRules, worths, left }: Month): Earned {
  const sums = new Map<Worth, number>();
  let halves = 0;
  let worked = 0;
  let minutes = 0;
  let open = 0;
  for (const day of days) {
    const known = work.get(day) ?? idle;
    const rule = inForce(workRules, day);
    minutes += minutesOf(known);
    if (known.open) open += 1;
    const worth = inForce(worths, day);
    if (!worth || worth.kind === 'none' || day > today || (left !== null && day > left)) continue;
    if (worth.kind === 'hourly') {
      sums.set(worth, (sums.get(worth) ?? 0) + minutesOf(known));
      continue;
    }
    const paid = halvesOf(day, known, rule, worth, today);
    halves += paid;
    worked += worth.kind === 'monthly' && !worth.lessAbsent ? 0 : Math.min(paid, halvesWorked(known, rule));
    sums.set(worth, (sums.get(worth) ?? 0) + paid);
  }
  const shares = [...sums].map(([worth, sum]) => roundedRatio(worth.amount, sum, 0, 0, partsOf(worth, days.length)));
  return { halves, worked, minutes, open, earned: sumMoney(shares) };
}

/** Half days of a day that are paid: 0, 1 or 2. The free day of monthly pay is paid whatever was worked on it. */
function halvesOf(day: Day, known: DayWork, rule: WorkRule | null, worth: Worth, today: Day): number {
  if (worth.kind === 'monthly' && !worth.lessAbsent) return 2;
  if (worth.kind === 'monthly' && markOf(day, idle, rule, today) === 'off') return 2;
  return halvesWorked(known, rule);
}

function halvesWorked(known: DayWork, rule: WorkRule | null): number {
  const hours = hoursMark(known, rule);
  return hours === 'full' ? 2 : hours === 'half' ? 1 : 0;
}

/** Into how many of what was added up the amount is divided. */
function partsOf({ kind }: Worth, days: number): number {
  if (kind === 'hourly') return 60;
  return kind === 'daily' ? 2 : 2 * days;
}

/** What was paid, given and taken off beside the work, in sums. */
export type Beside = Readonly<Record<'bonus' | 'deducted' | 'advances' | 'paid', Money>>;

export const nothingBeside: Beside = { bonus: ZERO, deducted: ZERO, advances: ZERO, paid: ZERO };

const columns = { bonus: 'bonus', deduction: 'deducted', advance: 'advances', wage: 'paid' } as const;

export function addBeside(sums: Beside, kind: StaffPaymentKind, amount: Money): Beside {
  const column = columns[kind];
  return { ...sums, [column]: addMoney(sums[column], amount) };
}

/** carried + earned + bonus − deducted − advances − paid. */
export function leftToPay(carried: Money, earned: Money, { bonus, deducted, advances, paid }: Beside): Money {
  return subMoney(sumMoney([carried, earned, bonus]), sumMoney([deducted, advances, paid]));
}
