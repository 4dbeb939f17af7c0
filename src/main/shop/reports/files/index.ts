import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { AppError } from '@shared/errors';
import type { ExportFormat } from '@shared/reports';
import type { HiddenPage } from '../../../printing';
import type { Answer } from '../answer';
import { csvOf } from './csv';
import { reportPage, rowsOnPaper } from './page';
import { type FileTerms, tableOf } from './table';

export { escapeXml } from './xml';

export interface FileOrder {
  readonly terms: FileTerms;
  readonly format: ExportFormat;
  readonly file: string;
}

/** `page` is what a PDF is still to be made of; `shortened` how many of the rows it has, null when all. */
export interface Written {
  readonly page: HiddenPage | null;
  readonly shortened: number | null;
}

/**
 * Writes all rows of a report, whole or not at all: beside the file's place first, and then into it.
 *
 * @throws AppError `file_not_written`
 */
export async function writeFileOf(answer: Answer, { terms, format, file }: FileOrder): Promise<Written> {
  if (format === 'pdf') {
    return { page: reportPage(answer, terms), shortened: answer.rows.length > rowsOnPaper ? rowsOnPaper : null };
  }
  const table = tableOf(answer, terms);
  // Every reader thread has this module, and hardly any ever packs a workbook.
  const { writeXlsx } = await import('./xlsx');
  writeWhole(file, (write) => {
    if (format === 'xlsx') writeXlsx(table, terms.currency, write);
    else for (const text of gathered(csvOf(table))) write(Buffer.from(text));
  });
  return { page: null, shortened: null };
}

/** @throws AppError `file_not_written` */
export function writeTextFile(file: string, texts: Iterable<string>): void {
  writeWhole(file, (write) => {
    for (const text of gathered(texts)) write(Buffer.from(text));
  });
}

function writeWhole(file: string, fill: (write: (bytes: Uint8Array) => void) => void): void {
  const unfinished = `${file}.part`;
  try {
    const handle = openSync(unfinished, 'w');
    try {
      fill((bytes) => writeAll(handle, bytes));
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw new AppError('file_not_written', 'The file could not be written', { file }, { cause });
  }
}

/** A disk may take less at once than it is given. */
function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

/** Lines in pieces that are worth a call of the system. */
function* gathered(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
