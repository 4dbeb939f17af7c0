import { Readable } from 'node:stream';
import type { FileEncoding } from '@shared/contract';
import { CsvError, parse } from 'csv-parse';
import { importLimits } from '../limits';
import { readText } from './encoding';
import { badFormat } from './failure';
import type { FileRow } from './rows';

/**
 * The records of a text file, as they stand. Rows may be ragged, and a quote within a cell is a quote: real files are.
 *
 * @throws AppError `file_format` for a quote that is never closed, `file_encoding`, `file_unreadable`
 */
export async function* readCsv(
  path: string,
  encoding: FileEncoding,
  delimiter: string,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<FileRow> {
  const source = Readable.from(readText(path, encoding, onBytes), { objectMode: true });
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: importLimits.recordBytes,
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser) {
      row++;
      yield { row, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw badFormat('quote', `A quote is opened and not closed: ${error.message}`, { row: row + 1 });
  } finally {
    source.destroy();
    parser.destroy();
  }
}
