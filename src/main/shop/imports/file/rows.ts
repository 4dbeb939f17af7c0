/** One row of a file, its cells as text. */
export interface FileRow {
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
