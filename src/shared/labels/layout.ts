import { type Extent, unitsOf } from '../label-media';
import { type BarsPlan, planBars, type Runs } from './bars';
import type { LabelCode } from './code';
import type { LabelDesign, LabelFacts } from './facts';
import { linesOf, sizeThatFits } from './measure';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type LinePart = Box & {
  readonly is: 'line';
  readonly what: 'name' | 'price' | 'fact' | 'code';
  readonly text: string;
  /** Height of the letters, never more than of the box. */
  readonly size: number;
  readonly align: 'start' | 'center' | 'end';
};
/** The box has the white on either side in it. */
export type BarsPart = Box & {
  readonly is: 'bars';
  readonly code: LabelCode;
  readonly lead: number;
  readonly runs: readonly number[];
};
export type LabelPart = LinePart | BarsPart;

/** One label, laid out: every part in its place, in whole units of whatever prints it. */
export interface PlacedLabel {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly LabelPart[];
  /** Bars were wanted, and the code is too long for them: `code` is said in letters only. */
  readonly isCodeTooLong: boolean;
}

export interface Ground {
  /** In tenths of a millimetre. */
  readonly extent: Extent;
  /** Units to the inch. */
  readonly perInch: number;
}

/** Height of a line, and of the letters in it: room above for vowel signs, below for what hangs. */
const lineOf = (size: number): number => Math.trunc((size * 135) / 100);
const lettersOf = (line: number): number => Math.max(1, Math.trunc((line * 100) / 135));

/**
 * Lays a label out. Names are broken and shortened, figures are made smaller until they fit, bars are whole or not there. Boxes stand
 * under or beside each other and never overlap.
 *
 * @param encode widths of the bars of a code
 */
export function placeLabel(
  facts: LabelFacts,
  design: LabelDesign,
  ground: Ground,
  encode: (code: LabelCode) => Runs,
): PlacedLabel {
  const { extent, perInch } = ground;
  const units = (tenths: number): number => unitsOf(tenths, perInch);
  const width = units(extent.width);
  const height = units(extent.height);
  const margin = units(Math.min(20, Math.max(10, Math.trunc((extent.height * 6) / 100))));
  const inner: Box = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  /** A part of the label's height, within bounds. */
  const share = (thousandths: number, least: number, most: number): number =>
    units(Math.min(most, Math.max(least, Math.trunc((extent.height * thousandths) / 1000))));

  const { code } = facts;
  const plan = code && design.bars ? planBars(code.type, encode(code), inner.width, perInch) : null;
  const stack = new Stack(inner);
  const nameLine = share(115, 24, 60);
  const codeLine = share(95, 22, 34);
  const factLine = share(85, 20, 42);

  stack.lines(facts.name, nameLine, 2);
  if (design.kind === 'shelf') {
    const asides = [facts.unitPrice, facts.mrp].filter((text) => text !== '');
    // From the bottom up, so that the price has all the room that is left.
    if (plan && code) {
      stack.fromBottom(codeLine, { what: 'code', text: code.text, align: 'center' });
      stack.barsFromBottom(share(220, 50, 140), plan, code);
      stack.gapAtBottom(units(8));
    } else if (code) stack.fromBottom(codeLine, { what: 'code', text: code.text, align: 'start' });
    if (asides.length > 0) stack.pairFromBottom(factLine, asides);
    stack.rest({ what: 'price', text: facts.price, align: 'start' });
  } else {
    if (facts.date !== '') stack.fromBottom(factLine, { what: 'fact', text: facts.date, align: 'center' });
    if (code) stack.fromBottom(codeLine, { what: 'code', text: code.text, align: 'center' });
    const priceLine = share(160, 32, 90);
    if (plan && code) {
      const aside = facts.mrp === '' ? facts.unitPrice : facts.mrp;
      stack.priceAndAside(priceLine, facts.price, aside);
      stack.barsInRest(plan, code);
    } else {
      if (facts.mrp !== '') stack.fromBottom(factLine, { what: 'fact', text: facts.mrp, align: 'start' });
      // Without bars there is room; a price that fills the sticker would be the only loud one of the shelf.
      stack.rest({ what: 'price', text: facts.price, align: 'start' }, share(400, 60, 200));
    }
  }
  return { width, height, parts: stack.parts, isCodeTooLong: design.bars && code !== null && plan === null };
}

type Line = Pick<LinePart, 'what' | 'text' | 'align'>;

/** Fills a box from above and from below; what is left in the middle gets smaller with every part. */
class Stack {
  readonly parts: LabelPart[] = [];
  #box: Box;

  constructor(box: Box) {
    this.#box = box;
  }

  /** A text in up to `most` lines. The room of all of them is kept, so that labels side by side look alike. */
  lines(text: string, line: number, most: number): void {
    const size = lettersOf(line);
    for (const [index, each] of linesOf(text, size, this.#box.width, most).entries()) {
      const box = { ...this.#box, y: this.#box.y + index * line, height: line };
      this.parts.push({ is: 'line', what: 'name', text: each, size, align: 'start', ...box });
    }
    this.#cutTop(line * most);
  }

  fromBottom(height: number, line: Line): void {
    this.#put({ ...this.#box, y: this.#bottom(height), height }, line);
    this.#cutBottom(height);
  }

  /** One or two figures side by side, the first at the start. */
  pairFromBottom(height: number, [first = '', second = '']: readonly string[]): void {
    const row = { ...this.#box, y: this.#bottom(height), height };
    this.#pair(row, { what: 'fact', text: first, align: 'start' }, second, height);
    this.#cutBottom(height);
  }

  priceAndAside(height: number, price: string, aside: string): void {
    const row = { ...this.#box, height };
    this.#pair(row, { what: 'price', text: price, align: 'start' }, aside, Math.trunc((height * 2) / 3));
    this.#cutTop(height);
  }

  barsFromBottom(height: number, plan: BarsPlan, code: LabelCode): void {
    this.#bars({ ...this.#box, y: this.#bottom(height), height }, plan, code);
    this.#cutBottom(height);
  }

  gapAtBottom(height: number): void {
    this.#cutBottom(height);
  }

  barsInRest(plan: BarsPlan, code: LabelCode): void {
    this.#bars(this.#box, plan, code);
    this.#cutTop(this.#box.height);
  }

  /** In the middle of what is left, and no higher than `most`. */
  rest(line: Line, most = this.#box.height): void {
    this.#put(this.#box, line, most);
    this.#cutTop(this.#box.height);
  }

  #bottom = (height: number): number => this.#box.y + this.#box.height - height;

  #cutTop(height: number): void {
    this.#box = { ...this.#box, y: this.#box.y + height, height: this.#box.height - height };
  }

  #cutBottom(height: number): void {
    this.#box = { ...this.#box, height: this.#box.height - height };
  }

  #pair(row: Box, first: Line, second: string, secondHeight: number): void {
    if (second === '') {
      this.#put(row, first);
      return;
    }
    const gap = Math.trunc(row.width / 20);
    const wide = Math.trunc(((row.width - gap) * 11) / 20);
    this.#put({ ...row, width: wide }, first);
    const x = row.x + wide + gap;
    const lower = { y: row.y + row.height - secondHeight, height: secondHeight };
    this.#put({ x, width: row.width - wide - gap, ...lower }, { what: 'fact', text: second, align: 'end' });
  }

  /** As large as the box allows, on its middle. */
  #put(box: Box, line: Line, most = box.height): void {
    const size = sizeThatFits(line.text, lettersOf(Math.min(most, box.height)), box.width);
    const height = Math.min(box.height, lineOf(size));
    this.parts.push({ is: 'line', ...line, size, ...box, y: box.y + ((box.height - height) >> 1), height });
  }

  #bars(box: Box, { width, lead, runs }: BarsPlan, code: LabelCode): void {
    const x = box.x + ((box.width - width) >> 1);
    this.parts.push({ is: 'bars', code, lead, runs, x, y: box.y, width, height: box.height });
  }
}
