import type { Reads } from '../../store';
import { slipsBetween } from './edit-distance';
import { fold } from './words';

/** Words that are looked at for one mistyped word, at most: keeps the worst keystroke within its milliseconds. */
const mostWords = 3000;
/** Corrections of one word that are tried, at most. */
const mostCorrections = 4;

/** Terms of the index that are gone through to find them, at most; the others are codes. */
const mostTerms = 4 * mostWords;

/** A code or a measure: a slip in it means another one, and a shop's SKUs would fill all that is looked at. */
const hasDigit = (word: string): boolean => /\p{N}/u.test(word);

/** Slips that are forgiven in a word of so many letters: short words have too many neighbours. */
const forgiven = (letters: number): number => (letters >= 7 ? 2 : letters >= 4 ? 1 : 0);

/**
 * The words of the catalogue that a mistyped one may have meant. What begins with a letter is kept until it is forgotten,
 * as it must be when a product or a brand changes: the index counts the products of every word that it lists, which at
 * 100 000 products takes longer than a keystroke has.
 */
export class NearbyWords {
  readonly #reads: Reads;
  /** Of each first letter, words as their letters (code points). */
  readonly #kept = new Map<string, readonly (readonly string[])[]>();

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  forget(): void {
    this.#kept.clear();
  }

  /**
   * The nearest first; also words that would only begin so, because people are still typing. The first letter is taken to
   * be right, or swapped with the second. None for a word with digits.
   */
  of(mistyped: string): string[] {
    if (hasDigit(mistyped)) return [];
    const wanted = [...fold(mistyped)];
    const limit = forgiven(wanted.length);
    if (limit === 0) return [];
    const [first = '', second = ''] = wanted;
    const found: { letters: readonly string[]; slips: number }[] = [];
    for (const beginning of new Set([first, second])) {
      for (const letters of this.#beginningWith(beginning)) {
        const slips = Math.min(
          slipsBetween(wanted, letters, limit),
          slipsBetween(wanted, letters.slice(0, wanted.length), limit),
        );
        if (slips <= limit) found.push({ letters, slips });
      }
    }
    found.sort((a, b) => a.slips - b.slips || a.letters.length - b.letters.length);
    return found.slice(0, mostCorrections).map(({ letters }) => letters.join(''));
  }

  #beginningWith(letter: string): readonly (readonly string[])[] {
    let words = this.#kept.get(letter);
    if (!words) {
      words = this.#reads
        .sql<[string, string, number, number], { term: string }>(
          `SELECT term FROM (SELECT term FROM product_term WHERE term >= ? AND term < ? LIMIT ?)
           WHERE term NOT GLOB '*[0-9]*' LIMIT ?`,
        )
        // A colon is what comes after the digits: codes of one letter and a number are not even gone through.
        .all(`${letter}:`, `${letter}\u{10FFFF}`, mostTerms, mostWords)
        .map(({ term }) => [...term]);
      this.#kept.set(letter, words);
    }
    return words;
  }
}
