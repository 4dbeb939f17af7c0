import type { Language } from '../entities';
import type { Bitmap } from './bitmap';

export type PaperAlign = 'start' | 'center' | 'end';
/** `large` is twice as wide and twice as high as `normal`. */
export type PaperSize = 'normal' | 'large';

/** Words on their own line; they wrap, and a line break in them is one. */
export interface TextBlock {
  readonly is: 'text';
  readonly text: string;
  readonly align: PaperAlign;
  readonly bold?: true;
  readonly size?: PaperSize;
  /** White on black: DUPLICATE, VOID. */
  readonly inverse?: true;
}

/** A name at the left and a figure at the right. The name wraps, the figure is never cut. */
export interface PairBlock {
  readonly is: 'pair';
  readonly name: string;
  readonly value: string;
  readonly bold?: true;
  readonly size?: PaperSize;
}

/**
 * Words in the first column, figures in the others. Where the paper is too narrow for both, the words get lines of their
 * own above the figures.
 */
export interface TableBlock {
  readonly is: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** True where names are longer than codes: the goods of a bill. */
  readonly wordy?: true;
}

export interface RuleBlock {
  readonly is: 'rule';
}

/** One bit per dot, printed as wide as it is. */
export interface PictureBlock {
  readonly is: 'picture';
  readonly picture: Bitmap;
}

/** What a phone or a scanner reads, with the words that stand below it. */
export interface CodeBlock {
  readonly is: 'code';
  /** `code128` becomes a QR code where the paper is too narrow for it. */
  readonly kind: 'qr' | 'code128';
  readonly data: string;
  readonly caption: string;
}

export type Block = TextBlock | PairBlock | TableBlock | RuleBlock | PictureBlock | CodeBlock;

/** One paper, for the printer, the screen and the log alike; nothing in it depends on the width of the paper. */
export interface ReceiptDocument {
  /** What it is, in a few words: for the screen reader and the list of print jobs. */
  readonly title: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
}
