import type { FileEncoding } from '@shared/contract';
import { AppError } from '@shared/errors';
import { readCsv } from './file/csv';
import { type Delimiter, detectDelimiter } from './file/delimiter';
import { detectEncoding, readText } from './file/encoding';
import { badFormat, tooLarge } from './file/failure';
import { type Fingerprint, findFile } from './file/open';
import { type FileRow, isEmpty } from './file/rows';
import { openWorkbook } from './file/xlsx';
import { importLimits } from './limits';

/** How a file is to be read; what the person corrected in the preview stands. */
export type Source = { readonly path: string; readonly fingerprint: Fingerprint } & (
  | { readonly format: 'csv'; readonly encoding: FileEncoding; readonly delimiter: Delimiter }
  | { readonly format: 'xlsx'; readonly sheets: readonly string[]; readonly sheet: string }
);

/** What the person chose instead of what was found. */
export interface SourceChoice {
  readonly encoding?: FileEncoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
}

/** @throws AppError `file_unreadable`, `file_format`, `file_too_large` */
export async function findSource(path: string, choice: SourceChoice): Promise<Source> {
  const { format, fingerprint, head } = await findFile(path);
  if (format === 'xlsx') {
    const { sheets } = await openWorkbook(path);
    const sheet = choice.sheet ?? sheets[0];
    if (sheet === undefined || !sheets.includes(sheet)) throw badFormat('no_sheet', `No sheet ${sheet}`);
    return { path, fingerprint, format, sheets, sheet };
  }
  const encoding = choice.encoding ?? (await detectEncoding(path, head));
  const delimiter = choice.delimiter ?? detectDelimiter(await headText(path, encoding));
  return { path, fingerprint, format, encoding, delimiter };
}

async function headText(path: string, encoding: FileEncoding): Promise<string> {
  let text = '';
  for await (const piece of readText(path, encoding)) {
    text += piece;
    if (text.length > 64 * 1024) break;
  }
  return text;
}

/**
 * The rows with anything in them.
 *
 * @param onBytes how much of a text file has been read; a workbook is unpacked before its first row
 * @throws AppError `file_unreadable`, `file_encoding`, `file_format`, `file_too_large`
 */
export async function* readRows(source: Source, onBytes?: (bytes: number) => void): AsyncGenerator<FileRow> {
  if (source.format === 'xlsx') {
    const workbook = await openWorkbook(source.path);
    yield* workbook.rows(source.sheet);
    return;
  }
  let rows = 0;
  for await (const row of readCsv(source.path, source.encoding, source.delimiter, onBytes)) {
    if (isEmpty(row.cells)) continue;
    if (++rows > importLimits.rows) throw tooLarge('Too many rows', importLimits.rows, 'rows');
    if (row.cells.length > importLimits.columns) throw tooLarge('Too many columns', importLimits.columns, 'columns');
    yield row;
  }
  if (rows === 0) throw new AppError('file_format', 'The file has no rows', { reason: 'empty' });
}
