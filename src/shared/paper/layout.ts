import type { Block, CodeBlock, PairBlock, PaperAlign, PictureBlock, TableBlock, TextBlock } from './document';
import { padEnd, padStart, widthOf, wrap } from './wrap';

/** One line of the paper in the printer's own letters, never wider than the paper. */
export interface PaperLine {
  readonly is: 'line';
  readonly text: string;
  readonly bold: boolean;
  readonly large: boolean;
  readonly inverse: boolean;
}

export type PaperPart = PaperLine | PictureBlock | CodeBlock;

/** Columns of large letters are two of the paper's. */
const largeFactor = 2;

/** The blocks as lines of a paper with so many columns. What is no text stays as it is. */
export function layOut(blocks: readonly Block[], columns: number): PaperPart[] {
  return withCaptions(blocks).flatMap((block) => layOutBlock(block, columns));
}

/** A code's words as a block of their own, so that they may need drawing where the code does not. */
export function withCaptions(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] =>
    block.is === 'code' ? [block, { is: 'text', text: block.caption, align: 'center' }] : [block],
  );
}

/** One block alone; a code's caption is not among its lines (`withCaptions`). */
export function layOutBlock(block: Block, columns: number): PaperPart[] {
  switch (block.is) {
    case 'text':
      return textLines(block, columns);
    case 'pair':
      return pairLines(block, columns);
    case 'table':
      return tableLines(block, columns).map((text) => plain(text));
    case 'rule':
      return [plain('-'.repeat(columns))];
    case 'picture':
    case 'code':
      return [block];
  }
}

function plain(text: string): PaperLine {
  return { is: 'line', text, bold: false, large: false, inverse: false };
}

interface Style {
  readonly bold?: true;
  readonly size?: 'normal' | 'large';
}

function styled(text: string, { bold, size }: Style, inverse = false): PaperLine {
  return { is: 'line', text, bold: bold === true, large: size === 'large', inverse };
}

const columnsFor = ({ size }: Style, columns: number) =>
  size === 'large' ? Math.trunc(columns / largeFactor) : columns;

function textLines(block: TextBlock, columns: number): PaperLine[] {
  const available = columnsFor(block, columns);
  if (block.inverse) {
    // The bar is as wide as the paper, so that nobody overlooks it.
    return wrap(block.text, available).map((line) => {
      const left = Math.trunc((available - widthOf(line)) / 2);
      return styled(padEnd(' '.repeat(left) + line, available), block, true);
    });
  }
  return wrap(block.text, available).map((line) => styled(aligned(line, block.align, available), block));
}

function aligned(line: string, align: PaperAlign, columns: number): string {
  if (align === 'start') return line;
  if (align === 'end') return padStart(line, columns);
  return ' '.repeat(Math.max(0, Math.trunc((columns - widthOf(line)) / 2))) + line;
}

function pairLines(block: PairBlock, columns: number): PaperLine[] {
  const available = columnsFor(block, columns);
  const valueWidth = widthOf(block.value);
  const forName = available - valueWidth - 1;
  // A large figure that leaves no room is printed in normal letters rather than cut.
  if (block.size === 'large' && forName < 5) {
    return pairLines({ is: 'pair', name: block.name, value: block.value, bold: true }, columns);
  }
  if (forName >= Math.min(8, widthOf(block.name))) {
    const [first = '', ...rest] = wrap(block.name, forName);
    const lines = [`${padEnd(first, forName)} ${block.value}`, ...rest];
    return lines.map((line) => styled(line, block));
  }
  const value = wrap(block.value, available).map((line) => padStart(line, available));
  return [...wrap(block.name, available), ...value].map((line) => styled(line, block));
}

/** Below this, words get lines of their own. */
const narrowest = { codes: 6, words: 16 } as const;

function tableLines({ head, rows, wordy }: TableBlock, columns: number): string[] {
  const all = [head, ...rows];
  const widths = head.slice(1).map((_, index) => Math.max(...all.map((row) => widthOf(row[index + 1] ?? ''))));
  const forWords = wordy ? narrowest.words : narrowest.codes;
  const left = (gap: number) => columns - widths.reduce((sum, width) => sum + width + gap, 0);
  // Two blanks between figures where there is room for them.
  const gap = left(2) >= forWords ? 2 : 1;
  const figures = widths.map((width) => width + gap);
  const first = left(gap);
  const lay = first >= forWords ? besideFigures : aboveFigures;
  return all.flatMap((row) => lay(row, figures, first, columns));
}

function besideFigures(row: readonly string[], figures: readonly number[], first: number): string[] {
  const [words = '', ...cells] = row;
  const [start = '', ...rest] = wrap(words, first);
  return [padEnd(start, first) + cells.map((cell, index) => padStart(cell, figures[index] ?? 0)).join(''), ...rest];
}

function aboveFigures(row: readonly string[], figures: readonly number[], first: number, columns: number): string[] {
  const [words = '', ...cells] = row;
  const beside = cells.map((cell, index) => padStart(cell, figures[index] ?? 0)).join('');
  // A short word (a discount) has room beside its one figure.
  const own = beside.trimStart();
  if (widthOf(words) + 2 + widthOf(own) <= columns) return [words + padStart(own, columns - widthOf(words))];
  // Figures that are wider than the paper even alone keep one blank between them, and wrap whole.
  const line = first >= 0 ? [padStart(beside, columns)] : wrap(cells.filter((cell) => cell !== '').join(' '), columns);
  return [...wrap(words, columns), ...line.map((each) => padStart(each.trim(), columns))];
}
