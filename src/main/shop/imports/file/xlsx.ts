import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { importLimits } from '../limits';
import { badFormat, tooLarge, unreadable } from './failure';
import type { FileRow } from './rows';
import { XmlScanner } from './xml';
import { unpackXml } from './zip';

type Parts = ReadonlyMap<string, Buffer>;

/** A workbook as far as its sheets are known; rows are read when they are asked for. */
export interface Workbook {
  /** Names of the sheets, hidden ones left out. */
  readonly sheets: readonly string[];
  /** The rows that have anything in them. @throws AppError `file_format`, `file_too_large` */
  rows(sheet: string): Generator<FileRow>;
}

/**
 * Opens an XLSX (ECMA-376, Office Open XML). Formulas are not computed: their last result counts, and one that has none
 * stands as `=` so that whoever reads the row sees a formula.
 *
 * @throws AppError `file_format`, `file_too_large`, `file_unreadable`
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const parts = unpackXml(bytes);
  const workbookPath = [...parts.keys()].find((name) => /(^|\/)workbook\.xml$/.test(name));
  if (workbookPath === undefined) throw badFormat('damaged', 'Not a workbook');
  const sheets = sheetsOf(parts, workbookPath);
  if (sheets.size === 0) throw badFormat('no_sheet', 'The workbook has no sheet');
  let strings: string[] | undefined;
  return {
    sheets: [...sheets.keys()],
    *rows(sheet) {
      const part = sheets.get(sheet);
      const content = part === undefined ? undefined : parts.get(part);
      if (content === undefined) throw badFormat('no_sheet', `The workbook has no sheet ${sheet}`, { sheet });
      strings ??= sharedStrings(parts, workbookPath);
      yield* readSheet(content.toString('utf8'), strings);
    },
  };
}

/** Parts of the sheets by their names, in the order of the tabs. */
function sheetsOf(parts: Parts, workbookPath: string): Map<string, string> {
  const folder = posix.dirname(workbookPath);
  const targets = new Map<string, string>();
  const rels = scannerOf(parts, `${folder}/_rels/${posix.basename(workbookPath)}.rels`);
  while (rels?.next()) {
    const id = rels.kind === 'open' && rels.name === 'Relationship' ? rels.attribute('Id') : undefined;
    const target = rels.attribute('Target');
    if (id === undefined || target === undefined) continue;
    targets.set(id, target.startsWith('/') ? target.slice(1) : posix.normalize(`${folder}/${target}`));
  }
  const sheets = new Map<string, string>();
  const workbook = scannerOf(parts, workbookPath);
  while (workbook?.next()) {
    if (workbook.kind !== 'open' || workbook.name !== 'sheet') continue;
    const part = targets.get(workbook.attribute('id') ?? '');
    const name = workbook.attribute('name');
    const hidden = workbook.attribute('state') ?? 'visible';
    if (part !== undefined && name !== undefined && hidden === 'visible') sheets.set(name, part);
  }
  return sheets;
}

const scannerOf = (parts: Parts, name: string): XmlScanner | undefined => {
  const content = parts.get(name);
  return content && new XmlScanner(content.toString('utf8'));
};

/** Texts that cells refer to by number; a text may be made of runs, and its reading aids are left out. */
function sharedStrings(parts: Parts, workbookPath: string): string[] {
  const xml = scannerOf(parts, `${posix.dirname(workbookPath)}/sharedStrings.xml`);
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inReading = false;
  while (xml?.next()) {
    if (xml.kind === 'text') {
      if (inText && !inReading) text += xml.text;
    } else if (xml.name === 't') inText = xml.kind === 'open' && !xml.selfClosing;
    else if (xml.name === 'rPh') inReading = xml.kind === 'open' && !xml.selfClosing;
    else if (xml.name === 'si') {
      if (xml.kind === 'close' || xml.selfClosing) strings.push(plain(text));
      text = '';
    }
  }
  return strings;
}

interface Cell {
  column: number;
  type: string;
  value: string;
  formula: boolean;
}

function* readSheet(content: string, strings: readonly string[]): Generator<FileRow> {
  const xml = new XmlScanner(content);
  let row = 0;
  let rows = 0;
  let cells: string[] = [];
  let cell: Cell | null = null;
  let last = -1;
  let inValue = false;
  while (xml.next()) {
    if (xml.kind === 'text') {
      if (cell && inValue) cell.value += xml.text;
    } else if (xml.name === 'v' || xml.name === 't') {
      inValue = xml.kind === 'open' && !xml.selfClosing;
    } else if (xml.name === 'f') {
      if (cell) cell.formula = true;
    } else if (xml.name === 'c') {
      if (xml.kind === 'open') {
        const column = columnOf(xml.attribute('r')) ?? last + 1;
        cell = { column, type: xml.attribute('t') ?? 'n', value: '', formula: false };
        last = column;
      }
      if (cell && (xml.kind === 'close' || xml.selfClosing)) {
        place(cells, cell, strings);
        cell = null;
      }
    } else if (xml.name === 'row') {
      if (xml.kind === 'open') {
        row = Number(xml.attribute('r') ?? row + 1);
        cells = [];
        last = -1;
      }
      if ((xml.kind === 'close' || xml.selfClosing) && cells.length > 0) {
        if (++rows > importLimits.rows) throw tooLarge('Too many rows', importLimits.rows, 'rows');
        yield { row, cells };
        cells = [];
      }
    }
  }
}

/** Only cells with something in them take room: a sheet may be formatted to its last corner. */
function place(cells: string[], cell: Cell, strings: readonly string[]): void {
  const text = textOf(cell, strings);
  if (text === '') return;
  if (cell.column >= importLimits.columns) throw tooLarge('Too many columns', importLimits.columns, 'columns');
  while (cells.length < cell.column) cells.push('');
  cells[cell.column] = text;
}

function textOf({ type, value, formula }: Cell, strings: readonly string[]): string {
  if (value === '') return formula ? '=' : '';
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return numberText(value);
    default:
      return plain(value);
  }
}

/**
 * A number as Excel shows it: fifteen significant digits, so that 19.989999999999998 is the 19.99 that was typed, and a
 * barcode kept as 8.90123456789E+12 has its digits again.
 */
function numberText(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  return /e/i.test(text) && Math.abs(rounded) < 1 ? rounded.toFixed(15).replace(/0+$/, '') : text;
}

/** `C` of `C7` is 2. Undefined for a cell that does not say where it is. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = reference && /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold (ECMA-376, ST_Xstring). */
function plain(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}
