import type { LabelCode, Runs } from '@shared/labels';
import type bwip from 'bwip-js/node';

const names = { 'EAN-13': 'ean13', 'EAN-8': 'ean8', 'UPC-A': 'upca', 'Code 128': 'code128' } as const;

type Encode = (code: LabelCode) => Runs;
let encoder: Encode | undefined;

/** What makes bars of codes. Read with the first label: its tables of a hundred symbologies are nothing for the start of a till. */
export async function barEncoder(): Promise<Encode> {
  if (!encoder) {
    // By the default export: under the name `raw` the module has another thing, one of its symbologies.
    const { default: library } = await import('bwip-js/node');
    encoder = (code) => runsOf(code, library.raw);
  }
  return encoder;
}

function runsOf({ type, text }: LabelCode, encode: typeof bwip.raw): Runs {
  // Of what is linear the library answers one row, from the first bar to the last.
  const [row] = encode({ bcid: names[type], text });
  if (!row || !('sbs' in row)) throw new Error(`No bars for a ${type}`);
  return row.sbs;
}
