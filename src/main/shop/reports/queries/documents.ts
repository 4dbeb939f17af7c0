import { addMoney, average, type Money, money } from '@shared/money';
import type { Cell } from '@shared/reports';
import type { Reads } from '../../../store';
import { addCells } from '../cells';
import { wallClock } from '../local-time';
import type { Asked, ReportQuery } from '../question';
import { returnedBetween, soldBetween } from './conditions';

/** What sales and returns of a period come to, by whatever `key` says of a document `d`. */
interface DocumentSums {
  readonly key: string | number | null;
  readonly bills: number;
  readonly sales: number;
  readonly returned: number;
  readonly taxable: number;
  readonly tax: number;
  readonly roundOff: number;
}

function byKey(reads: Reads, { period }: Asked, key: string, join = ''): DocumentSums[] {
  const { from, to } = period;
  const sums = new Map<DocumentSums['key'], DocumentSums>();
  const add = (row: DocumentSums) => {
    const has = sums.get(row.key);
    sums.set(row.key, has ? addSums(has, row) : row);
  };
  // bill AS b and bill_return AS r are both `d` to the key.
  const ofBills = `SELECT ${key.replaceAll('d.', 'b.')} AS key, count(*) AS bills, sum(b.total) AS sales, 0 AS returned,
      sum(b.taxable) AS taxable, sum(b.tax) AS tax, sum(b.round_off) AS roundOff
    FROM bill AS b ${join.replaceAll('d.', 'b.')} WHERE ${soldBetween} GROUP BY 1`;
  const ofReturns = `SELECT ${key.replaceAll('d.', 'r.')} AS key, 0 AS bills, 0 AS sales, sum(r.total) AS returned,
      sum(r.taxable) AS taxable, sum(r.tax) AS tax, sum(r.round_off) AS roundOff
    FROM bill_return AS r ${join.replaceAll('d.', 'r.')} WHERE ${returnedBetween} GROUP BY 1`;
  for (const sql of [ofBills, ofReturns]) reads.sql<[string, string], DocumentSums>(sql).all(from, to).forEach(add);
  return [...sums.values()];
}

function addSums(a: DocumentSums, b: DocumentSums): DocumentSums {
  return {
    key: a.key,
    bills: addCells(a.bills, b.bills),
    sales: addCells(a.sales, b.sales),
    returned: addCells(a.returned, b.returned),
    taxable: addCells(a.taxable, b.taxable),
    tax: addCells(a.tax, b.tax),
    roundOff: addCells(a.roundOff, b.roundOff),
  };
}

/** What all bills and credit notes of a period were rounded by. */
export function roundOffOf(reads: Reads, { period: { from, to } }: Pick<Asked, 'period'>): Money {
  const sumOf = (table: string, column: string, between: string) =>
    reads
      .sql<[string, string], { sum: number }>(
        `SELECT coalesce(sum(${column}), 0) AS sum FROM ${table} WHERE ${between}`,
      )
      .get(from, to)?.sum ?? 0;
  return addMoney(
    money(sumOf('bill AS b', 'b.round_off', soldBetween)),
    money(sumOf('bill_return AS r', 'r.round_off', returnedBetween)),
  );
}

const netOf = ({ sales, returned }: DocumentSums) => addCells(sales, returned);

export const days: ReportQuery = (reads, asked) =>
  byKey(reads, asked, 'd.day').map((sums) => ({
    id: String(sums.key),
    cells: [sums.key, sums.bills, sums.sales, sums.returned, sums.taxable, sums.tax, sums.roundOff, netOf(sums)],
  }));

export const hours: ReportQuery = (reads, asked) => {
  const hour = `${wallClock('d.at', asked.period, asked.timeZone)} / 3600000 % 24`;
  return byKey(reads, asked, hour).map((sums) => ({
    id: String(sums.key),
    cells: [sums.key, sums.bills, sums.sales, sums.returned, netOf(sums)],
  }));
};

/** A bill's customer is known by id; the name is today's. */
export const customers: ReportQuery = (reads, asked) => {
  const people = namesOf(reads, 'SELECT id, name, phone FROM customer');
  return byKey(reads, asked, 'd.customer_id').map((sums) => {
    const { name = null, phone = null } = people.get(String(sums.key)) ?? {};
    return {
      id: String(sums.key ?? ''),
      cells: [name, phone, sums.bills, sums.sales, sums.returned, netOf(sums)],
    };
  });
};

export const cashiers: ReportQuery = (reads, asked) => {
  const { from, to } = asked.period;
  const staff = namesOf(reads, 'SELECT id, name, NULL AS phone FROM staff');
  const voids = new Map(
    reads
      .sql<[string, string], { staff_id: string; n: number; total: number }>(
        `SELECT b.staff_id, count(*) AS n, sum(b.total) AS total FROM bill_void AS v
         CROSS JOIN bill AS b ON b.id = v.bill_id WHERE b.day >= ? AND b.day <= ? GROUP BY b.staff_id`,
      )
      .all(from, to)
      .map((row) => [row.staff_id, row]),
  );
  const sold = new Map(byKey(reads, asked, 'd.staff_id').map((sums) => [String(sums.key), sums]));
  return [...new Set([...sold.keys(), ...voids.keys()])].map((id) => {
    const sums = sold.get(id) ?? { key: id, bills: 0, sales: 0, returned: 0, taxable: 0, tax: 0, roundOff: 0 };
    const undone = voids.get(id);
    const cells: Cell[] = [
      staff.get(id)?.name ?? null,
      sums.bills,
      sums.sales,
      sums.returned,
      netOf(sums),
      average(money(sums.sales), sums.bills),
      undone?.n ?? 0,
      undone?.total ?? 0,
    ];
    return { id, cells };
  });
};

interface Named {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}

function namesOf(reads: Reads, sql: string): Map<string, Named> {
  return new Map(
    reads
      .sql<[], Named>(sql)
      .all()
      .map((row) => [row.id, row]),
  );
}
