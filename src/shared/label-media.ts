/**
 * What labels are printed on: sheets of stickers from the stationer's, and rolls. All lengths in tenths of a millimetre. Beside the
 * labels themselves, because the contract and the screens need no more of them.
 */

export const labelKinds = ['shelf', 'item'] as const;
/** At the shelf for whoever walks by, or on the goods. */
export type LabelKind = (typeof labelKinds)[number];

/** The most labels that are printed in one go: a stack of 154 sheets, or a whole roll. More is a slip of the finger. */
export const mostLabels = 10_000;

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A sheet of stickers. The first stands `left` and `top` from the corner; the next ones `stepX` and `stepY` further. */
export interface Sheet extends Extent {
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
}

export const a4: Extent = { width: 2100, height: 2970 };

export const sheetNames = ['a4x21', 'a4x24', 'a4x40', 'a4x65'] as const;
export type SheetName = (typeof sheetNames)[number];

/** The usual die cuts of A4, by how many there are: 63.5 × 38.1, 64 × 33.9, 45.7 × 25.4 and 38.1 × 21.2 mm. */
export const sheets: Readonly<Record<SheetName, Sheet>> = {
  a4x21: { columns: 3, rows: 7, width: 635, height: 381, left: 72, top: 151, stepX: 660, stepY: 381 },
  a4x24: { columns: 3, rows: 8, width: 640, height: 339, left: 65, top: 129, stepX: 665, stepY: 339 },
  a4x40: { columns: 4, rows: 10, width: 457, height: 254, left: 97, top: 215, stepX: 483, stepY: 254 },
  a4x65: { columns: 5, rows: 13, width: 381, height: 212, left: 47, top: 107, stepX: 406, stepY: 212 },
};

export const labelsPerSheet = ({ columns, rows }: Sheet): number => columns * rows;

export const rollSizeNames = ['38x25', '50x25', '50x30', '75x50', '100x50'] as const;
export type RollSizeName = (typeof rollSizeNames)[number];

export const rollSizes: Readonly<Record<RollSizeName, Extent>> = {
  '38x25': { width: 380, height: 250 },
  '50x25': { width: 500, height: 250 },
  '50x30': { width: 500, height: 300 },
  '75x50': { width: 750, height: 500 },
  '100x50': { width: 1000, height: 500 },
};

/** Whole units of something that has `perInch` of them: dots of a printer, or hundredths of a millimetre (2540). */
export function unitsOf(tenths: number, perInch: number): number {
  return Math.trunc((2 * tenths * perInch + 254) / 508);
}

/** Hundredths of a millimetre: fine enough for the bars of a code on a page, and still whole. */
export const pageUnits = 2540;

/** Sheets that so many labels take when the first of them has been begun: `begin` counts from 1. */
export function sheetsFor(labels: number, sheet: Sheet, begin: number): number {
  return labels === 0 ? 0 : Math.ceil((labels + begin - 1) / labelsPerSheet(sheet));
}
