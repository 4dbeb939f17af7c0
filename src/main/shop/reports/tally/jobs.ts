import { readerJob } from '../../../store';
import { writeTextFile } from '../files';
import type { Question } from '../question';
import { tallyXml } from './xml';

export type TallyOrder = Question & { readonly file: string; readonly shop: string };

/** Writes the whole file. */
export const tallyJob = readerJob('reports.tally', (reader, { period, file, shop }: TallyOrder) => {
  writeTextFile(file, tallyXml(reader, period, shop));
  return { value: null, found: [] };
});
