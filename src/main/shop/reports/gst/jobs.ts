import type { GstReturn } from '@shared/contract';
import { returnPeriodOf } from '@shared/gst';
import { type Reader, readerJob } from '../../../store';
import { writeTextFile } from '../files';
import type { Question } from '../question';
import { gstr1 } from './gstr1';
import { writeJson } from './json';
import { type CountedReturn, countReturn, filerOf, viewReturn } from './return';
import type { Filer } from './tables';

/** What a thread answers; of a return it finds nothing that is worth keeping. */
interface Found<T> {
  readonly value: T;
  readonly found: readonly never[];
}

const found = <T>(value: T): Found<T> => ({ value, found: [] });

interface Counted {
  readonly key: string;
  readonly filer: Filer;
  readonly counted: CountedReturn;
}

/** What this thread counted last: whoever looks at a return saves it next. */
const last = new WeakMap<Reader['db'], Counted>();

function counted(reader: Reader, { period, stamp }: Question): Counted {
  const key = JSON.stringify([stamp, period]);
  const known = last.get(reader.db);
  if (known?.key === key) return known;
  const filer = filerOf(reader);
  const fresh = { key, filer, counted: countReturn(reader, period, filer) };
  last.set(reader.db, fresh);
  return fresh;
}

export const gstJob = readerJob('reports.gst', (reader, question: Question): Found<GstReturn> => {
  const { filer, counted: tables } = counted(reader, question);
  return found(viewReturn(question.period, filer, tables));
});

export type Gstr1Order = Question & { readonly file: string };

/** Writes the whole file. Whether a problem stops it was asked before the person was asked where to. */
export const gstr1Job = readerJob('reports.gstr1', (reader, order: Gstr1Order): Found<null> => {
  const { period, file } = order;
  const { filer, counted: tables } = counted(reader, order);
  const code = returnPeriodOf(period.from, period.to)?.code;
  if (filer.gstin === null || code === undefined) throw new Error('A GSTR-1 is of a shop with a GSTIN and a period');
  writeTextFile(file, writeJson(gstr1(filer.gstin, code, tables)));
  return found(null);
});
