/** Words as the search index cuts them: letters, digits and marks; the same character classes as its tokenizer. */
const word = /[\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}]+/gu;

/** More words than anybody types; what follows is left out rather than refused. */
const mostWords = 8;

export function wordsOf(text: string): string[] {
  return (text.normalize('NFC').match(word) ?? []).slice(0, mostWords);
}

/**
 * An FTS5 expression that is true of what contains all the words, each at least begun. Words are quoted, so nothing a
 * person types is an operator (`NEAR`, `OR`, `*`, `"`, `-`); null when there is no word in the text.
 */
export function matchAll(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map((each) => `"${each}"*`).join(' ');
}

/**
 * The same for somebody who types one word after the other: short words that are finished (the `1` of `1 kg`) are taken
 * as they are. Half a catalogue has a word that begins with 1, and going through all of that costs 10 ms.
 */
export function matchTyped(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const last = words.length - 1;
  return words.map((each, index) => (index < last && each.length <= 2 ? `"${each}"` : `"${each}"*`)).join(' ');
}

/** The same for a text of which each word has several readings: one of them, at least begun, for every word. */
export function matchAny(readings: readonly (readonly string[])[]): string | null {
  if (readings.length === 0) return null;
  return readings.map((each) => `(${each.map((one) => `"${one}"*`).join(' OR ')})`).join(' AND ');
}

/** Latin letters with a mark, composed or not; without one there is nothing to take off. */
const marked = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;

/** A text as the index compares it: capitals and Latin diacritics do not count; matras and other marks do. */
export function fold(text: string): string {
  if (!marked.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}
