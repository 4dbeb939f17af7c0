import type { ImportField, ImportPreview } from '@shared/contract';
import { readerJob } from '../../store';
import { findHeader, guessMapping, type Header } from './columns';
import type { FileRow } from './file/rows';
import { findSource, readRows, type Source, type SourceChoice } from './source';

/** Rows that are looked at to find the header, and rows that are shown. */
const lookedAt = 50;
const shown = 20;

/** A file as far as it is known after its first rows. */
export interface Sighting {
  readonly source: Source;
  readonly header: Header;
  readonly mapping: readonly (ImportField | null)[];
  readonly sample: readonly (readonly string[])[];
}

/** On a reader thread, because a workbook has to be unpacked and the encoding judged by the whole file. */
export const previewJob = readerJob(
  'import.preview',
  async (_reader, { path, choice }: { path: string; choice: SourceChoice }): Promise<Sighting> => {
    const source = await findSource(path, choice);
    const rows: FileRow[] = [];
    for await (const row of readRows(source)) {
      rows.push(row);
      if (rows.length === lookedAt) break;
    }
    const header = findHeader(rows);
    const sample = rows
      .filter(({ row }) => row > header.row)
      .slice(0, shown)
      .map(({ cells }) => header.columns.map((_, index) => (cells[index] ?? '').slice(0, 200)));
    return { source, header, mapping: guessMapping(header.columns), sample };
  },
);

/** What of it the screen needs. */
export function toPreview(token: string, file: string, { source, header, mapping, sample }: Sighting): ImportPreview {
  const text = source.format === 'csv' ? source : null;
  const workbook = source.format === 'xlsx' ? source : null;
  return {
    token,
    file,
    format: source.format,
    encoding: text?.encoding ?? null,
    delimiter: text?.delimiter ?? null,
    sheets: [...(workbook?.sheets ?? [])],
    sheet: workbook?.sheet ?? null,
    columns: [...header.columns],
    headerRow: header.row,
    mapping: [...mapping],
    sample: sample.map((cells) => [...cells]),
  };
}
