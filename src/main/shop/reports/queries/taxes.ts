import type { Reads } from '../../../store';
import { addCells } from '../cells';
import { type Part, readSums, type SumRow, selectSums, sumsOf } from '../months';
import type { Period } from '../period';
import type { ReportQuery } from '../question';
import { returnedBetween, soldBetween } from './conditions';

/** A key of several words; none of them has a line break. */
const joined = (...columns: string[]) => columns.join(' || char(10) || ');

/** By component and rate: taxable and tax of what was sold, then of what came back. */
const components: Part = {
  name: 'taxes',
  width: 4,
  *read(reads, { from, to }) {
    const key = joined('t.kind', 't.rate');
    const ofBills = `${selectSums(key, ['sum(l.taxable)', 'sum(t.amount)', '0', '0'])}
      FROM bill AS b CROSS JOIN bill_line AS l ON l.bill_id = b.id
      CROSS JOIN bill_line_tax AS t ON t.bill_id = l.bill_id AND t.line_no = l.line_no
      WHERE ${soldBetween} GROUP BY t.kind, t.rate`;
    const ofReturns = `${selectSums(key, ['0', '0', 'sum(l.taxable)', 'sum(t.amount)'])}
      FROM bill_return AS r CROSS JOIN bill_return_line AS l ON l.return_id = r.id
      CROSS JOIN bill_return_line_tax AS t ON t.return_id = l.return_id AND t.line_no = l.line_no
      WHERE ${returnedBetween} GROUP BY t.kind, t.rate`;
    for (const sql of [ofBills, ofReturns]) yield* readSums(reads, sql, from, to);
  },
};

export const taxes: ReportQuery = (reads, asked) =>
  [...sumsOf(reads, asked, components)].map(([key, [sold = 0, taxSold = 0, back = 0, taxBack = 0]]) => {
    const [kind = '', rate = '0'] = key.split('\n');
    return {
      id: key,
      cells: [kind, Number(rate), sold, taxSold, back, taxBack, addCells(sold, back), addCells(taxSold, taxBack)],
    };
  });

/** By HSN, unit and combined GST rate, net of returns: quantity, taxable, CGST, SGST, IGST, cess, total. */
const hsnSums: Part = {
  name: 'hsn',
  width: 7,
  *read(reads, period) {
    yield* hsnRows(reads, period, 'bill', 'bill_line', 'bill_id', soldBetween, 'b');
    yield* hsnRows(reads, period, 'bill_return', 'bill_return_line', 'return_id', returnedBetween, 'r');
  },
};

const hsnColumns = ['quantity', 'taxable', 'cgst', 'sgst', 'igst', 'cess', 'total'].map((column) => `sum(${column})`);

function hsnRows(
  reads: Reads,
  { from, to }: Period,
  table: string,
  lines: string,
  parent: string,
  between: string,
  name: string,
): SumRow[] {
  const of = (kind: string) => `sum(CASE t.kind WHEN '${kind}' THEN t.amount ELSE 0 END)`;
  // Each line once, with its components beside each other: a rate belongs to the line, not to a component.
  const sql = `${selectSums(joined('hsn', 'unit', 'rate'), hsnColumns)}
    FROM (
      SELECT l.hsn, l.unit, l.quantity, l.taxable, l.total,
        coalesce(sum(CASE WHEN t.kind IN ('cgst', 'sgst', 'igst') THEN t.rate END), 0) AS rate,
        ${of('cgst')} AS cgst, ${of('sgst')} AS sgst, ${of('igst')} AS igst, ${of('cess')} AS cess
      FROM ${table} AS ${name} CROSS JOIN ${lines} AS l ON l.${parent} = ${name}.id
      LEFT JOIN ${lines}_tax AS t ON t.${parent} = l.${parent} AND t.line_no = l.line_no
      WHERE ${between} AND l.hsn <> '' GROUP BY l.${parent}, l.line_no
    ) GROUP BY hsn, unit, rate`;
  return readSums(reads, sql, from, to);
}

export const hsn: ReportQuery = (reads, asked) =>
  [...sumsOf(reads, asked, hsnSums)].map(([key, sums]) => {
    const [code = '', unit = '', rate = '0'] = key.split('\n');
    return { id: key, cells: [code, unit, Number(rate), ...sums] };
  });
