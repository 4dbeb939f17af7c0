import { charactersOf } from '../paper';

/**
 * Widths of Inter's semi-bold letters from blank to tilde, in thousandths of their size. Every weight that labels are written in
 * is as wide or narrower, and so are the letters of label printers.
 */
const ascii = [
  303, 311, 503, 684, 693, 1061, 696, 324, 394, 394, 541, 715, 311, 497, 311, 389, 681, 440, 659, 667, 698, 640, 670,
  611, 669, 670, 311, 326, 715, 715, 715, 552, 1043, 745, 706, 788, 780, 649, 637, 806, 802, 291, 617, 726, 610, 975,
  813, 826, 690, 826, 696, 694, 698, 752, 745, 1064, 737, 733, 679, 394, 389, 394, 509, 492, 349, 607, 661, 630, 661,
  630, 400, 662, 638, 261, 261, 593, 261, 946, 638, 648, 661, 661, 406, 570, 353, 638, 607, 883, 606, 596, 588, 460,
  360, 460, 715,
];

const marks = /^\p{Mn}$/u;
/** Vowel signs that stand beside their letter. */
const besides = /^\p{Mc}$/u;
const devanagari = /^[\u0900-\u097f]$/u;
/** The widest of them, ओ, is 1.1 of its size. */
const wideVowels = /^[आऑऒओऔॴॵ]$/u;
/** Letters that are as wide as they are high, and signs nobody has measured. */
const otherWidth = 1100;

function characterWidth(character: string): number {
  const known = ascii[(character.codePointAt(0) ?? 0) - 32];
  if (known !== undefined && character.length === 1) return known;
  if (marks.test(character)) return 0;
  if (besides.test(character)) return 300;
  if (devanagari.test(character)) return wideVowels.test(character) ? 1100 : 910;
  // Latin with accents, Greek and Cyrillic: as wide as the widest capital that is common.
  if (/^[\u00a0-\u024f\u20a0-\u20bf]$/u.test(character)) return 900;
  return otherWidth;
}

/** The width of a text in thousandths of its size: never less than it really takes in the faces that labels are written in. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Whether a text of this size is at most so wide. */
export const fits = (text: string, size: number, width: number): boolean => textWidth(text) * size <= width * 1000;

/** The largest size, up to `most`, in which the text is at most so wide: figures are made smaller, never cut. */
export function sizeThatFits(text: string, most: number, width: number): number {
  const whole = textWidth(text);
  return whole === 0 ? most : Math.max(1, Math.min(most, Math.trunc((width * 1000) / whole)));
}

const ellipsis = '…';

/** The text in at most `most` lines, broken at blanks; what does not fit in ends in an ellipsis. */
export function linesOf(text: string, size: number, width: number, most: number): string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most) {
    const isLast = lines.length === most - 1;
    const rest = words.join(' ');
    if (fits(rest, size, width)) return [...lines, rest];
    if (isLast) return [...lines, shortened(rest, size, width)];
    let line = words.shift() ?? '';
    if (!fits(line, size, width)) {
      const head = beginningOf(line, size, width);
      words.unshift(line.slice(head.length));
      line = head;
    } else {
      while (words.length > 0 && fits(`${line} ${words[0]}`, size, width)) line += ` ${words.shift()}`;
    }
    lines.push(line);
  }
  return lines;
}

function shortened(text: string, size: number, width: number): string {
  const room = width - Math.ceil((textWidth(ellipsis) * size) / 1000);
  return beginningOf(text, size, room).trimEnd() + ellipsis;
}

/** As many whole characters as fit, and never none: a line that takes nothing would never end. */
function beginningOf(text: string, size: number, width: number): string {
  let taken = '';
  for (const character of charactersOf(text)) {
    if (taken !== '' && !fits(taken + character, size, width)) break;
    taken += character;
  }
  return taken;
}
