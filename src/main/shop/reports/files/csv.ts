import type { FileCell, FileTable } from './table';

/** So that a spreadsheet takes the bytes for UTF-8. */
const mark = '\ufeff';

/**
 * CSV as RFC 4180 has it. A text that a spreadsheet would take for a formula gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection): a product may be called `=1+1`, and nobody's name runs anything.
 */
export function* csvOf({ heads, rows }: FileTable): Generator<string> {
  yield mark + line(heads.map((text) => ({ text })));
  for (const row of rows) yield line(row);
}

const line = (cells: readonly FileCell[]): string => `${cells.map(field).join(',')}\r\n`;

function field(cell: FileCell): string {
  if (cell === null) return '';
  if ('number' in cell) return cell.number;
  if ('date' in cell) return cell.date;
  const text = /^[=+\-@\t\r]/.test(cell.text) ? `'${cell.text}` : cell.text;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
