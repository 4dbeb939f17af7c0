import type { Bitmap } from '@shared/paper';

export interface LetterStyle {
  readonly bold: boolean;
  readonly inverse: boolean;
  readonly underline: boolean;
  /** 1 to 8. */
  readonly wide: number;
  readonly high: number;
}

export interface Letters {
  readonly text: string;
  readonly style: LetterStyle;
}

export type Alignment = 'left' | 'center' | 'right';

/** What is on the paper, from the top. */
export type PaperItem =
  | { readonly is: 'line'; readonly letters: readonly Letters[]; readonly align: Alignment }
  | { readonly is: 'picture'; readonly picture: Bitmap; readonly align: Alignment }
  | { readonly is: 'qr'; readonly data: string; readonly module: number; readonly align: Alignment }
  | {
      readonly is: 'barcode';
      readonly symbology: number;
      readonly data: string;
      readonly module: number;
      readonly height: number;
      readonly align: Alignment;
    }
  | { readonly is: 'cut'; readonly how: 'full' | 'partial' };

/** The words of a line, as far as they were printed. */
export const wordsOf = (item: PaperItem): string | null =>
  item.is === 'line' ? item.letters.map(({ text }) => text).join('') : null;

/** All words, a line each; pictures and codes are no words. */
export function textOf(items: readonly PaperItem[]): string {
  return items
    .map(wordsOf)
    .filter((words): words is string => words !== null)
    .map((words) => words.trimEnd())
    .join('\n');
}
