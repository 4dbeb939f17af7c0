import type { Codepage } from '@point-of-sale/codepage-encoder';
import type { LabelProfileName, PaperWidth, ProfileName } from '@shared/contract';

/** What differs from printer to printer. All of them speak ESC/POS; label printers are others. */
export interface PrinterProfile {
  /** Dots to the inch, along the paper as across it. */
  readonly perInch: 203 | 180;
  /** Columns of normal letters and dots across, by the width of the roll in millimetres. */
  readonly paper: Readonly<Record<PaperWidth, { readonly columns: number; readonly dots: number }>>;
  /** Code pages by the number that ESC t knows them by, the one to be tried first in front. */
  readonly codePages: readonly (readonly [Codepage, number])[];
  /** How it cuts; null where the paper is torn off. */
  readonly cut: 'full' | 'partial' | null;
  /** Lines between the print head and the knife or the edge. */
  readonly feedBeforeCut: number;
  /** Which pin of the socket opens the drawer: 0 is pin 2, 1 is pin 5. */
  readonly drawerPin: 0 | 1;
  /** Whether it answers DLE EOT and GS r. One that does not can only be believed. */
  readonly hasStatus: boolean;
  /** Whether it draws QR codes itself; otherwise they are sent as pictures. */
  readonly drawsQr: boolean;
}

const usual = { 58: { columns: 32, dots: 384 }, 80: { columns: 48, dots: 576 } } as const;

export const profiles: Readonly<Record<ProfileName, PrinterProfile>> = {
  // The 80 mm printers without a great name (XP-80, POS-80, Rongta, …): Epson's commands, fewer code pages.
  generic80: {
    perInch: 203,
    paper: usual,
    codePages: [
      ['windows1252', 16],
      ['cp858', 19],
      ['cp437', 0],
    ],
    cut: 'partial',
    feedBeforeCut: 4,
    drawerPin: 0,
    hasStatus: true,
    drawsQr: true,
  },
  // The small 58 mm ones: no knife, no answers, QR codes on some only.
  generic58: {
    perInch: 203,
    paper: usual,
    codePages: [
      ['cp437', 0],
      ['windows1252', 16],
    ],
    cut: null,
    feedBeforeCut: 3,
    drawerPin: 0,
    hasStatus: false,
    drawsQr: false,
  },
  // Epson TM-T20, TM-T82, TM-m30: every page of Epson's list, 203 dpi.
  epson: {
    perInch: 203,
    paper: usual,
    codePages: [
      ['windows1252', 16],
      ['cp858', 19],
      ['cp437', 0],
      ['iso8859-15', 40],
      ['cp852', 18],
      ['windows1250', 45],
      ['windows1251', 46],
      ['windows1253', 47],
      ['windows1254', 48],
      ['windows1257', 51],
    ],
    cut: 'partial',
    feedBeforeCut: 4,
    drawerPin: 0,
    hasStatus: true,
    drawsQr: true,
  },
  // Epson TM-T88 and its like: 180 dpi, so fewer columns and dots on the same paper.
  epson180: {
    perInch: 180,
    paper: { 58: { columns: 30, dots: 360 }, 80: { columns: 42, dots: 512 } },
    codePages: [
      ['windows1252', 16],
      ['cp858', 19],
      ['cp437', 0],
      ['cp852', 18],
    ],
    cut: 'partial',
    feedBeforeCut: 4,
    drawerPin: 0,
    hasStatus: true,
    drawsQr: true,
  },
  // Star in its ESC/POS mode: no knife feed of its own, the drawer's first circuit, another order of pages.
  star: {
    perInch: 203,
    paper: usual,
    codePages: [
      ['cp437', 0],
      ['windows1252', 16],
      ['cp858', 19],
      ['cp852', 18],
    ],
    cut: 'full',
    feedBeforeCut: 3,
    drawerPin: 1,
    hasStatus: true,
    drawsQr: true,
  },
};

/** Dots to the inch of label printers. Theirs is another language: ZPL. */
export const labelProfiles: Readonly<Record<LabelProfileName, { readonly perInch: number }>> = {
  zpl203: { perInch: 203 },
  zpl300: { perInch: 300 },
};
