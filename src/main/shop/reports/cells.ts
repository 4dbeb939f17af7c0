import type { Cell } from '@shared/reports';

/** The sum of two amounts, quantities or counts. Whoever adds up a shop's lifetime must not leave the exact integers. */
export function addCells(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`A report's sum is beyond the exact integers: ${sum}`);
  return sum;
}

/** What a query put there as a whole number. */
export function numberIn(cell: Cell | undefined): number {
  if (typeof cell !== 'number') throw new Error(`A cell holds no number: ${String(cell)}`);
  return cell;
}

/** Of cells; what is not a number adds nothing. */
export function sumCells(cells: Iterable<Cell>): number {
  let sum = 0;
  for (const cell of cells) if (typeof cell === 'number') sum = addCells(sum, cell);
  return sum;
}

/** For a sort: nothing comes first, numbers by size, words as people look them up. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
