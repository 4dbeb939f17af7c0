/** Made by the first text that needs it: its tables take 8 ms to load, and the start of a till would wait for them. */
let segmenter: Intl.Segmenter | undefined;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant, all of it
const ascii = /^[\u0000-\u007f]*$/;

/** What a reader sees as one character each: a letter with its marks stays whole. */
export function charactersOf(text: string): readonly string[] {
  if (ascii.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns of the paper that the text takes. */
export function widthOf(text: string): number {
  return ascii.test(text) ? text.length : charactersOf(text).length;
}

const isNumber = /^\d[\d.,]*$/;
const isUnit = /^(?:\p{L}\p{M}*){1,3}$/u;
const betweenThem = /(?<=(?:^|\s)\d[\d.,]*) (?=(?:\p{L}\p{M}*){1,3}(?:\s|$))/gu;

/** The text for a page that breaks its lines itself: a number and its unit ("1 kg") stay on one. */
export const withUnits = (text: string): string => text.replace(betweenThem, '\u00a0');

/**
 * Breaks at blanks, though not between a number and its unit where both fit into a line, and inside of a word only where
 * the word alone is wider than the line. Line breaks are kept; no character is lost but the blanks at which a line was
 * broken.
 */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(1, columns)));
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of wordsOf(line, columns)) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (widthOf(joined) <= columns) {
      current = joined;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = pieced(word, columns);
    current = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  lines.push(current);
  return lines;
}

/** What stays on one line: a word, or a number with its unit. */
function wordsOf(line: string, columns: number): string[] {
  const words: string[] = [];
  for (const word of line.split(' ').filter((each) => each !== '')) {
    const before = words.at(-1);
    const together = `${before} ${word}`;
    if (before !== undefined && isNumber.test(before) && isUnit.test(word) && widthOf(together) <= columns) {
      words[words.length - 1] = together;
    } else words.push(word);
  }
  return words;
}

function pieced(word: string, columns: number): string[] {
  const characters = charactersOf(word);
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += columns) pieces.push(characters.slice(at, at + columns).join(''));
  return pieces;
}

export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
