import type { Recorder } from '../recorder';
import { Violation } from '../world';

/** 9: a number is of one document, and a series has no hole. `others`: numbers put aside, or given up for another. */
export function checkNumbers(
  recorder: Recorder,
  others: readonly { readonly id: string; readonly row: Readonly<Record<string, unknown>> }[],
): void {
  const taken = new Map<string, Map<number, string>>();
  const note = (id: string, row: Readonly<Record<string, unknown>>) => {
    const series = `${row.series}/${row.financial_year}`;
    const numbers = taken.get(series) ?? new Map<number, string>();
    const holder = numbers.get(Number(row.sequence));
    if (holder !== undefined && holder !== id) throw new Violation('9 numbers', `${row.number} exists twice`);
    taken.set(series, numbers.set(Number(row.sequence), id));
  };
  for (const [key, { row }] of recorder.rows) if (/^bill(_return)?\n/.test(key)) note(String(row.id), row);
  for (const { id, row } of others) note(id, row);
  for (const [series, numbers] of taken) {
    for (let n = 1; n <= numbers.size; n++)
      if (!numbers.has(n)) throw new Violation('9 numbers', `${series} has no ${n}`);
  }
}

/** 10 */
export function checkMoney(recorder: Recorder): void {
  const paid = new Map<string, number>();
  for (const [key, { row }] of recorder.rows) {
    if (key.startsWith('payment\n'))
      paid.set(String(row.bill_id), (paid.get(String(row.bill_id)) ?? 0) + Number(row.amount));
  }
  for (const [key, { row }] of recorder.rows) {
    if (!key.startsWith('bill\n')) continue;
    const sum = (paid.get(String(row.id)) ?? 0) + Number(row.due);
    if (sum !== row.total) throw new Violation('10 money', `${row.number}: ${sum} of ${row.total}`);
  }
}

/** 24: what is sold below nothing has one alert, whoever sold it, and none when stock is back. */
export function checkOversold(recorder: Recorder): void {
  const levels = new Map<string, number>();
  const alerts = new Map<string, number>();
  const add = (sums: Map<string, number>, { product_id }: Readonly<Record<string, unknown>>, by: unknown) =>
    sums.set(String(product_id), (sums.get(String(product_id)) ?? 0) + Number(by));
  for (const [key, { row, deleted }] of recorder.rows) {
    if (key.startsWith('stock_movement\n')) add(levels, row, row.quantity);
    else if (key.startsWith('alert\n') && row.kind === 'oversold' && row.state !== 'resolved' && deleted === null)
      add(alerts, row, 1);
  }
  for (const [key, { row, deleted }] of recorder.rows) {
    if (!key.startsWith('product\n')) continue;
    const level = levels.get(String(row.id)) ?? 0;
    const count = alerts.get(String(row.id)) ?? 0;
    const expected = level < 0 && deleted === null && row.negative_stock !== 'allow' ? 1 : 0;
    if (count !== expected) throw new Violation('24 oversold', `${row.id} is at ${level} and has ${count} alerts`);
  }
}

/** A void takes everything back. */
const backWhole = ({ line_no, quantity }: { line_no: number; quantity: number }) => ({
  bill_line_no: line_no,
  quantity: -quantity,
});

/** 24: whatever came back of a bill that had come back before has an alert each, whoever took it. */
export function checkReturned(recorder: Recorder): void {
  const rows = (entity: string) =>
    [...recorder.rows].flatMap(([key, { row }]) => (key.startsWith(`${entity}\n`) ? [row] : []));
  const lines = (row: Readonly<Record<string, unknown>>) => (Array.isArray(row.lines) ? row.lines : []);
  for (const bill of rows('bill')) {
    const left = new Map(lines(bill).map((line) => [line.line_no, Number(line.quantity)]));
    const voids = rows('bill_void').map((row): typeof row => ({ ...row, lines: lines(bill).map(backWhole) }));
    const notes = [...rows('bill_return'), ...voids].filter((note) => note.bill_id === bill.id);
    notes.sort((a, b) => Number(a.at) - Number(b.at) || (String(a.id) < String(b.id) ? -1 : 1));
    let expected = 0;
    for (const note of notes) {
      for (const line of lines(note))
        left.set(line.bill_line_no, (left.get(line.bill_line_no) ?? 0) + Number(line.quantity));
      if (lines(note).some((line) => (left.get(line.bill_line_no) ?? 0) < 0)) expected += 1;
    }
    const count = rows('alert').filter((row) => row.kind === 'returned_twice' && row.document_id === bill.id).length;
    if (count !== expected)
      throw new Violation(
        '24 returned',
        `${bill.number} came back ${expected} times too often and has ${count} alerts`,
      );
  }
}
