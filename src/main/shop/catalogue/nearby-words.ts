import type { Reads } from '../../store';
import { slipsBetween } from './edit-distance';
import { fold } from './words';

/** Words that are looked at for one mistyped word, at most: keeps the worst keystroke within its milliseconds. */
const mostTerms = 3000;
/** Corrections that are tried, at most. */
const mostCorrections = 4;

/** Slips that are forgiven in a word of so many letters: short words have too many neighbours. */
const forgiven = (letters: number): number => (letters >= 7 ? 2 : letters >= 4 ? 1 : 0);

/**
 * Words of the catalogue that the mistyped one may have meant, the nearest first; also those that would only begin so,
 * because people are still typing. The first letter is taken to be right, or swapped with the second.
 */
export function nearbyWords(reads: Reads, mistyped: string): string[] {
  const wanted = [...fold(mistyped)];
  const limit = forgiven(wanted.length);
  if (limit === 0) return [];
  const [first = '', second = ''] = wanted;
  const found: { term: string; slips: number }[] = [];
  for (const beginning of new Set([first, second])) {
    for (const term of termsFrom(reads, beginning)) {
      const letters = [...term];
      const slips = Math.min(
        slipsBetween(wanted, letters, limit),
        slipsBetween(wanted, letters.slice(0, wanted.length), limit),
      );
      if (slips <= limit) found.push({ term, slips });
    }
  }
  found.sort((a, b) => a.slips - b.slips || a.term.length - b.term.length);
  return found.slice(0, mostCorrections).map(({ term }) => term);
}

function termsFrom(reads: Reads, beginning: string): string[] {
  if (beginning === '') return [];
  return reads
    .sql<[string, string, number], { term: string }>(
      'SELECT term FROM product_term WHERE term >= ? AND term < ? LIMIT ?',
    )
    .all(beginning, `${beginning}\u{10FFFF}`, mostTerms)
    .map(({ term }) => term);
}
