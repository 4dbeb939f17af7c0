import { open } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isDay } from '@shared/clock';
import { AppError } from '@shared/errors';
import { ArithmeticError, type CurrencyCode, type Money, type Quantity, readMoney, readQuantity } from '@shared/money';
import { parse } from 'csv-parse';

/** One line of one invoice, as a shop's transactions file has it. */
export interface SourceLine {
  /** Of the file; the header is row 1. */
  readonly row: number;
  readonly invoice: string;
  readonly stockCode: string;
  /** May be empty. */
  readonly description: string;
  /** Negative where goods came back. Whole pieces, thousandths. */
  readonly quantity: Quantity;
  /** The file's wall clock, ms since 1970; the file names no time zone. */
  readonly at: number;
  readonly price: Money;
  readonly customer: string | null;
  readonly country: string;
}

export interface SkippedRow {
  readonly row: number;
  readonly reason: string;
}

export interface Transactions {
  readonly lines: readonly SourceLine[];
  readonly skipped: readonly SkippedRow[];
}

const columns = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const;
type Column = (typeof columns)[number];

/**
 * Reads a CSV of transactions, gzip or plain; `limit` is the number of its rows to read. A row that cannot be right is
 * counted with its reason, never guessed at.
 *
 * @throws AppError `file_unreadable`, `file_format`, `file_encoding`, `import_columns`
 */
export async function readTransactions(file: string, currency: CurrencyCode, limit = Infinity): Promise<Transactions> {
  const lines: SourceLine[] = [];
  const skipped: SkippedRow[] = [];
  let places: ReadonlyMap<Column, number> | undefined;
  let row = 0;
  for await (const cells of await csvRows(file)) {
    row += 1;
    if (!places) {
      places = findColumns(cells);
      continue;
    }
    if (row - 1 > limit) break;
    const line = readLine(row, cells, places, currency);
    if ('reason' in line) skipped.push(line);
    else lines.push(line);
  }
  if (!places) throw new AppError('file_format', `${file} is empty`, { file });
  return { lines, skipped };
}

async function csvRows(file: string): Promise<AsyncIterable<string[]>> {
  const refused = (code: 'file_unreadable' | 'file_format' | 'file_encoding', error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    return error instanceof AppError ? error : new AppError(code, `${file}: ${reason}`, { file, reason });
  };
  const bytes = await openBytes(file).catch((error: unknown) => {
    throw refused('file_unreadable', error);
  });
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  pipeline(bytes, strictUtf8(), parser, () => {});
  return (async function* () {
    try {
      for await (const record of parser) {
        if (isCells(record)) yield record;
      }
    } catch (error) {
      const encoding = error instanceof TypeError;
      throw refused(encoding ? 'file_encoding' : 'file_format', error);
    }
  })();
}

async function openBytes(file: string): Promise<Readable> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const isGzip = bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b;
    if (!isGzip && file.toLowerCase().endsWith('.gz')) {
      throw new AppError('file_format', `${file} is not a gzip file`, { file });
    }
    const raw = handle.createReadStream({ start: 0 });
    if (!isGzip) return raw;
    const plain = createGunzip();
    pipeline(raw, plain, () => {});
    return plain;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Refuses bytes that are no UTF-8 instead of selling "CAF\uFFFD". */
function strictUtf8(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        done(null, decoder.decode(chunk, { stream: true }));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

const isCells = (record: unknown): record is string[] =>
  Array.isArray(record) && record.every((cell) => typeof cell === 'string');

function findColumns(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map(columns.map((column) => [column, names.indexOf(column.toLowerCase())]));
  const missing = columns.filter((column) => (places.get(column) ?? -1) < 0);
  if (missing.length > 0) {
    const list = missing.join(', ');
    throw new AppError('import_columns', `The file lacks these columns: ${list}`, { missing: list });
  }
  return places;
}

function readLine(
  row: number,
  cells: readonly string[],
  places: ReadonlyMap<Column, number>,
  currency: CurrencyCode,
): SourceLine | SkippedRow {
  const cell = (column: Column) => cells[places.get(column) ?? -1]?.trim() ?? '';
  const invoice = cell('InvoiceNo');
  const stockCode = cell('StockCode');
  if (invoice === '') return { row, reason: 'no InvoiceNo' };
  if (stockCode === '') return { row, reason: 'no StockCode' };
  const at = readTime(cell('InvoiceDate'));
  if (at === null) return { row, reason: 'InvoiceDate is no date' };
  try {
    const quantity = readQuantity(cell('Quantity'), 'PCS', 'Quantity', true);
    if (quantity === 0) return { row, reason: 'Quantity is zero' };
    const price = readMoney(cell('UnitPrice'), currency, 'UnitPrice');
    const customer = cell('CustomerID').replace(/\.0$/, '') || null;
    const description = cell('Description');
    return { row, invoice, stockCode, description, quantity, at, price, customer, country: cell('Country') };
  } catch (error) {
    if (error instanceof ArithmeticError) return { row, reason: `${error.field}: ${error.code.replaceAll('_', ' ')}` };
    throw error;
  }
}

const isoTime = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;
/** As the data set's first publication writes it: 12/1/2010 8:26 is the 1st of December. */
const usTime = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/;

function readTime(text: string): number | null {
  const us = usTime.exec(text);
  const iso = us
    ? `${us[3]}-${us[1]?.padStart(2, '0')}-${us[2]?.padStart(2, '0')} ${us[4]}:${us[5]}:${us[6] ?? '00'}`
    : text;
  const [, day, hours, minutes, seconds = '00'] = isoTime.exec(iso) ?? [];
  if (day === undefined || hours === undefined || !isDay(day)) return null;
  const at = Date.parse(`${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? null : at;
}
