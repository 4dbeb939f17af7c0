import type { Language } from '@shared/entities';
import type { Bitmap, Block } from '@shared/paper';

/** Blocks that a printer has no letters for, and the paper they go on. */
export interface Drawing {
  readonly blocks: readonly Block[];
  readonly language: Language;
  /** Dots across the paper, and how many normal letters that is. */
  readonly dots: number;
  readonly columns: number;
}

/** Draws what code pages lack. */
export interface RasterPort {
  /** A picture `dots` wide. */
  draw(drawing: Drawing): Promise<Bitmap>;
}

/** A page without scripts, shown to nobody. Markup is safe already. */
export interface HiddenPage {
  readonly language: Language;
  readonly title: string;
  readonly css: string;
  readonly body: string;
}

/** Grey dots, row by row, one byte each: 0 is black. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

export type PdfPaper = 'A4' | 'A5';

/** The app has a hidden, sandboxed window for it: Chromium shapes every script, and its fonts are bundled. */
export interface PagePort {
  /** As wide as asked for and as high as its content. */
  picture(page: HiddenPage, width: number): Promise<GreyPicture>;
  pdf(page: HiddenPage, paper: PdfPaper): Promise<Uint8Array>;
}
