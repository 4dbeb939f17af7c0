import { addDays, type Day, dayOf } from '@shared/clock';
import type { PayAccount, PayRow, PayRule, PaySheet, StaffPayment } from '@shared/contract';
import { type Flag, type Month, monthOf, type PayKind, type StaffPaymentKind } from '@shared/entities';
import { addMoney, type Money, maxMoney, minMoney, subMoney, ZERO } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import {
  daysOf,
  eventsOf,
  inForce,
  readEntries,
  readPeople,
  readWorkRules,
  spellsOf,
  usualRule,
  type WorkRule,
  workByDay,
} from '../attendance';
import { addBeside, type Beside, type Earned, earnedIn, leftToPay, nothingBeside, type Worth } from './reckon';

/** As of which moment a sheet is. */
export interface Moment {
  readonly now: number;
  readonly today: Day;
  readonly timeZone: string;
}

/** Reads every entry of everybody: a reader thread's. */
export const paySheetJob = readerJob('pay.sheet', (reader, { month, ...moment }: Moment & { readonly month: Month }) =>
  paySheet(reader, month, moment),
);

export function paySheet(reads: Reads, month: Month, moment: Moment): PaySheet {
  const books = readBooks(reads);
  const people = readPeople(reads)
    .map(({ left, ...person }) => ({ ...person, ...rowOf(books, { id: person.id, left }, month, moment) }))
    .filter((row) => !row.removed || row.toPay !== 0 || row.earned !== 0 || row.paid !== 0 || row.advances !== 0);
  return { month, people, running: month >= monthOf(moment.today) };
}

export const payAccountJob = readerJob(
  'pay.account',
  (reader, { staffId, month, ...moment }: Moment & { readonly staffId: string; readonly month: Month }): PayAccount => {
    const books = readBooks(reader, staffId);
    const unknown = { id: staffId, name: '', removed: true, left: null };
    const { left, ...person } = readPeople(reader).find(({ id }) => id === staffId) ?? unknown;
    return {
      ...person,
      ...rowOf(books, { id: staffId, left }, month, moment),
      month,
      payments: paymentsOf(reader, staffId, month),
      rules: [...(books.worths.get(staffId) ?? [])].reverse().map((worth) => ruleOf(books, staffId, worth)),
    };
  },
);

/** What of a month is still to be paid, all that was ever earned and paid before and since counted in. */
export function dueOf(reads: Reads, staffId: string, month: Month, moment: Moment): Money {
  const left = readPeople(reads).find(({ id }) => id === staffId)?.left ?? null;
  return rowOf(readBooks(reads, staffId), { id: staffId, left }, month, moment).due;
}

interface Books {
  readonly entries: ReturnType<typeof readEntries>;
  readonly workRules: ReturnType<typeof readWorkRules>;
  readonly worths: ReadonlyMap<string, readonly Worth[]>;
  /** By person and month. */
  readonly beside: ReadonlyMap<string, ReadonlyMap<Month, Beside>>;
}

function readBooks(reads: Reads, personId?: string): Books {
  return {
    entries: readEntries(reads, personId),
    workRules: readWorkRules(reads),
    worths: readWorths(reads),
    beside: readBeside(reads),
  };
}

type Reckoned = Omit<PayRow, 'id' | 'name' | 'removed'>;

interface Person {
  readonly id: string;
  /** When they left, ms. */
  readonly left: number | null;
}

function rowOf(books: Books, { id: personId, left: at }: Person, month: Month, moment: Moment): Reckoned {
  const { now, today, timeZone } = moment;
  const left = at === null ? null : dayOf(at, timeZone);
  const worths = books.worths.get(personId) ?? [];
  const workRules = books.workRules.get(personId) ?? [];
  const work = workByDay(spellsOf(eventsOf(books.entries.get(personId) ?? [])).spells, now);
  const beside = books.beside.get(personId) ?? new Map<Month, Beside>();
  const earned = (of: Month): Earned => earnedIn({ days: daysOf(of), today, work, workRules, worths, left });
  let carried = ZERO;
  for (let each = firstMonth(worths, beside); each !== null && each < month; each = nextMonth(each)) {
    carried = leftToPay(carried, earned(each).earned, beside.get(each) ?? nothingBeside);
  }
  const own = earned(month);
  const sums = beside.get(month) ?? nothingBeside;
  const toPay = leftToPay(carried, own.earned, sums);
  const latest = [monthOf(today), ...beside.keys()].toSorted().at(-1) ?? month;
  let balance = toPay;
  let laterPaid = ZERO;
  for (let each = nextMonth(month); each <= latest; each = nextMonth(each)) {
    const later = beside.get(each) ?? nothingBeside;
    balance = leftToPay(balance, earned(each).earned, later);
    laterPaid = addMoney(laterPaid, later.paid);
  }
  const last = daysOf(month).at(-1);
  const holds = last && inForce(worths, last > today && monthOf(today) === month ? today : last);
  return {
    rule: holds ? ruleOf(books, personId, holds) : null,
    ...own,
    ...sums,
    carried,
    toPay,
    due: dueIn(toPay, laterPaid, balance),
  };
}

/**
 * What of a sheet's `toPay` is still to be paid. What it left went on into later sheets: wages that were paid there have
 * settled it first, and never is more to be paid than the balance over all months.
 */
function dueIn(toPay: Money, laterPaid: Money, balance: Money): Money {
  if (toPay <= 0) return toPay;
  const open = subMoney(toPay, maxMoney(laterPaid, ZERO));
  return maxMoney(minMoney(open, balance), ZERO);
}

function firstMonth(worths: readonly Worth[], beside: ReadonlyMap<Month, Beside>): Month | null {
  const months = [...worths.map(({ from }) => monthOf(from)), ...beside.keys()];
  return months.toSorted()[0] ?? null;
}

export function nextMonth(month: Month): Month {
  const last = daysOf(month).at(-1);
  if (last === undefined) throw new RangeError(`No such month: ${month}`);
  return monthOf(addDays(last, 1));
}

function ruleOf({ workRules }: Books, personId: string, worth: Worth): PayRule {
  const rule: Omit<WorkRule, 'from'> = inForce(workRules.get(personId) ?? [], worth.from) ?? usualRule;
  const { fullMinutes, halfMinutes, weeklyOff } = rule;
  return { ...worth, fullMinutes, halfMinutes, weeklyOff };
}

interface WorthRow {
  readonly id: string;
  readonly person_id: string;
  readonly from: Day;
  readonly kind: PayKind;
  readonly amount: Money;
  readonly less_absent: Flag;
}

/** Pay rules by person in the order of their days; of several of one day the one that holds comes last. */
function readWorths(reads: Reads): Map<string, Worth[]> {
  const people = new Map<string, Worth[]>();
  const rows = reads
    .sql<[], WorthRow>(
      `SELECT id, person_id, from_day AS "from", kind, amount, less_absent FROM pay_rule
       WHERE deleted_at IS NULL ORDER BY from_day, at, id`,
    )
    .all();
  for (const { person_id, less_absent, ...row } of rows) {
    const list = people.get(person_id) ?? [];
    people.set(person_id, list);
    list.push({ ...row, lessAbsent: less_absent === 1 });
  }
  return people;
}

interface BesideRow {
  readonly person_id: string;
  readonly month: Month;
  readonly kind: StaffPaymentKind;
  readonly amount: Money;
}

function readBeside(reads: Reads): Map<string, Map<Month, Beside>> {
  const people = new Map<string, Map<Month, Beside>>();
  const rows = reads
    .sql<[], BesideRow>('SELECT person_id, month, kind, amount FROM staff_payment WHERE deleted_at IS NULL')
    .all();
  for (const { person_id, month, kind, amount } of rows) {
    const months = people.get(person_id) ?? new Map<Month, Beside>();
    people.set(person_id, months);
    months.set(month, addBeside(months.get(month) ?? nothingBeside, kind, amount));
  }
  return people;
}

/** The newest first. */
function paymentsOf(reads: Reads, personId: string, month: Month): StaffPayment[] {
  const rows = reads
    .sql<[string, string], Omit<StaffPayment, 'undone'>>(
      `SELECT p.id, p.kind, p.amount, p.method, p.note, p.at, p.day, s.name AS "by" FROM staff_payment AS p
       LEFT JOIN staff AS s ON s.id = p.staff_id WHERE p.person_id = ? AND p.month = ? AND p.deleted_at IS NULL
       ORDER BY p.at DESC, p.id DESC`,
    )
    .all(personId, month);
  const ids = new Set(rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, undone: row.id.endsWith(undone) || ids.has(`${row.id}${undone}`) }));
}

/** Behind the id of what takes a payment back. */
export const undone = ':undo';

export const momentOf = (now: number, timeZone: string): Moment => ({ now, today: dayOf(now, timeZone), timeZone });
