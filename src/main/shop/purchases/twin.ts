import type { Reads } from '../../store';

/** A bill's number as two people would type it alike: without blanks, in capitals. */
const plain = (sql: string) => `upper(replace(${sql}, ' ', ''))`;
/** The financial year begins in April; numbers of bills begin anew with it. */
const year = (sql: string) => `(CAST(substr(${sql}, 1, 4) AS INTEGER) - (substr(${sql}, 6, 2) < '04'))`;
const stands = (purchase: string) => `NOT EXISTS (SELECT 1 FROM purchase_reversal WHERE purchase_id = ${purchase}.id)`;

/** SQL: whether another purchase `b` that stands is of the same bill as `a`. */
const sameBill = `b.supplier_id = a.supplier_id AND ${plain('b.supplier_number')} = ${plain('a.supplier_number')}
  AND ${year('b.bill_day')} = ${year('a.bill_day')} AND ${stands('b')}`;

/** SQL, for a purchase `p`: the same bill is there twice, and both stand. */
export const isTwice = `(${stands('p')} AND EXISTS (SELECT 1 FROM purchase AS a JOIN purchase AS b ON ${sameBill}
  WHERE a.id = p.id AND b.id <> a.id))`;

export interface Twin {
  readonly id: string;
  readonly supplier_number: string;
  readonly bill_day: string;
}

/** The purchase by which this supplier's bill is in the books already, unless it was reversed. */
export function findTwin(reads: Reads, supplierId: string, billNumber: string, billDay: string): Twin | undefined {
  return reads
    .sql<[string, string, string], Twin>(
      `SELECT b.id, b.supplier_number, b.bill_day FROM (SELECT ? AS supplier_id, ? AS supplier_number, ? AS bill_day) AS a
       JOIN purchase AS b ON ${sameBill} LIMIT 1`,
    )
    .get(supplierId, billNumber, billDay);
}
