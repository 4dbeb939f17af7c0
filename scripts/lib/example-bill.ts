import { priceBill } from '@shared/bill';
import { ArithmeticError } from '@shared/money';
import { differences, type Failure, isObject, type Outcome, type PlainObject, show } from './example-compare';
import { readBill, writeBill } from './plain-bill';

/** Prices an example bill and compares the keys that its `expect` names, and only those. */
export function checkBillExample(json: unknown, fallbackId: string): Outcome {
  const example = isObject(json) ? json : {};
  const id = typeof example.id === 'string' ? example.id : fallbackId;
  if (!isObject(example.expect)) {
    return { id, failures: [{ key: 'expect', expected: 'an object', got: show(example.expect) }] };
  }
  try {
    return { id, failures: compare(example.expect, writeBill(priceBill(readBill(json)))) };
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error;
    const got = `${error.code} at ${error.field || 'the bill'}: ${error.message}`;
    return { id, failures: [{ key: 'error', expected: 'a priced bill', got }] };
  }
}

function compare({ lines, hsn, ...totals }: PlainObject, got: ReturnType<typeof writeBill>): Failure[] {
  return [
    ...differences(totals, got),
    ...(lines === undefined ? [] : compareLines(lines, got.lines)),
    ...(hsn === undefined ? [] : compareHsn(hsn, got.hsn)),
  ];
}

function rowsOf(value: unknown): PlainObject[] {
  return Array.isArray(value) ? value.map((row) => (isObject(row) ? row : { '': row })) : [{ '': value }];
}

function compareLines(expected: unknown, got: readonly PlainObject[]): Failure[] {
  const rows = rowsOf(expected);
  return [
    ...lengthFailure('lines', rows.length, got.length),
    ...rows.flatMap((row, index) => differences(row, got[index] ?? {}, `lines[${index}].`)),
  ];
}

/** In any order: each expected row takes a row that has all its keys so, or else is held against the nearest one. */
function compareHsn(expected: unknown, got: readonly PlainObject[]): Failure[] {
  const left = [...got];
  const rows = rowsOf(expected);
  const unmatched = rows.filter((row) => {
    const index = left.findIndex((candidate) => differences(row, candidate).length === 0);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return [
    ...lengthFailure('hsn', rows.length, got.length),
    ...unmatched.flatMap((row) => {
      const path = `hsn[${show(row.hsn)},${show(row.unit)},${show(row.rate)}].`;
      const ranked = left.map((candidate) => differences(row, candidate, path));
      return ranked.toSorted((a, b) => a.length - b.length)[0] ?? differences(row, {}, path);
    }),
  ];
}

function lengthFailure(key: string, expected: number, got: number): Failure[] {
  return expected === got ? [] : [{ key: `${key}.length`, expected: String(expected), got: String(got) }];
}
