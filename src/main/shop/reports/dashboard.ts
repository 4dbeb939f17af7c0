import { addDays, type Day } from '@shared/clock';
import type { Dashboard, DayFigures } from '@shared/contract';
import { addMoney, average, compareMoney, type Money, money, quantity, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import { addCells, numberIn } from './cells';
import { dayProfit } from './day-profit';
import { timeOnTheWall, wallClock } from './local-time';
import {
  ageOf,
  countShortages,
  keptByMethod,
  openAccounts,
  payments,
  products,
  returnedBetween,
  soldBetween,
} from './queries';
import type { Asked } from './question';

const topProducts = 5;

/** Today, yesterday and the same day last week, each up to the same time on the wall. */
export function readDashboard(reads: Reads, now: Omit<Asked, 'report' | 'period'>): Dashboard {
  const { today } = now;
  const of = (report: Asked['report'], day: Day): Asked => ({ ...now, report, period: { from: day, to: day } });
  const clock = timeOnTheWall(now.now, { from: today, to: today }, now.timeZone);
  const figures = (day: Day) => dayFigures(reads, of('hours', day), clock);
  const todays = products(reads, of('products', today));
  return {
    at: now.now,
    today: figures(today),
    yesterday: figures(addDays(today, -1)),
    lastWeek: figures(addDays(today, -7)),
    payments: keptByMethod(payments(reads, of('payments', today))).sort((a, b) => compareMoney(b.amount, a.amount)),
    top: todays
      .map(({ id, cells: [name, , sold, , unit, , , net] }) => {
        return {
          id,
          name: String(name ?? ''),
          unit: String(unit),
          sold: quantity(numberIn(sold)),
          net: money(numberIn(net)),
        };
      })
      .filter(({ id, net }) => id !== '' && net > 0)
      .sort((a, b) => compareMoney(b.net, a.net))
      .slice(0, topProducts),
    stock: countShortages(reads),
    khata: khataOf(reads, now),
    drawers: drawersOf(reads),
    isNew: reads.sql<[], { n: number }>('SELECT EXISTS (SELECT 1 FROM bill) AS n').get()?.n === 0,
  };
}

interface HourSums {
  readonly hour: number;
  readonly bills: number;
  readonly sales: number;
  readonly returned: number;
}

function dayFigures(reads: Reads, asked: Asked, until: number): DayFigures {
  const { period, timeZone } = asked;
  const { from: day, to } = period;
  const read = (table: string, between: string, sums: string) => {
    const wall = wallClock(`${table.slice(-1)}.at`, period, timeZone);
    return reads
      .sql<[string, string, number], HourSums>(
        `SELECT ${wall} / 3600000 % 24 AS hour, ${sums} FROM ${table}
         WHERE ${between} AND ${wall} % 86400000 <= ? GROUP BY 1`,
      )
      .all(day, to, until);
  };
  const rows = [
    ...read('bill AS b', soldBetween, 'count(*) AS bills, sum(b.total) AS sales, 0 AS returned'),
    ...read('bill_return AS r', returnedBetween, '0 AS bills, 0 AS sales, sum(r.total) AS returned'),
  ];
  const hours = Array.from({ length: 24 }, () => ZERO);
  let bills = 0;
  let sales = ZERO;
  let returned = ZERO;
  for (const row of rows) {
    bills = addCells(bills, row.bills);
    sales = addMoney(sales, money(row.sales));
    returned = addMoney(returned, money(row.returned));
    hours[row.hour] = addMoney(hours[row.hour] ?? ZERO, addMoney(money(row.sales), money(row.returned)));
  }
  const net = addMoney(sales, returned);
  return { day, bills, net, returned, average: average(sales, bills), ...dayProfit(reads, asked, until), hours };
}

function khataOf(reads: Reads, now: Pick<Asked, 'today' | 'timeZone'>): Dashboard['khata'] {
  let owed = ZERO;
  let overdue = ZERO;
  let customers = 0;
  for (const account of openAccounts(reads)) {
    if (account.balance <= 0) continue;
    customers += 1;
    owed = addMoney(owed, account.balance);
    const [, ...late] = ageOf(reads, now, account);
    for (const amount of late) overdue = addMoney(overdue, amount);
  }
  return { owed, overdue, customers };
}

function drawersOf(reads: Reads): Dashboard['drawers'] {
  const row = reads
    .sql<[], { open: number; expected: Money }>(
      `SELECT count(*) AS open, coalesce(sum((SELECT sum(c.amount) FROM cashbook_entry AS c WHERE c.shift_id = s.id)), 0)
         AS expected
       FROM cash_shift AS s WHERE s.id NOT IN (SELECT id FROM shift_close)`,
    )
    .get();
  return row ?? { open: 0, expected: ZERO };
}
