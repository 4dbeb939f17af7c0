import type { ProductSummary } from '@shared/contract';
import type { Reads, Store } from '../../store';
import { NearbyWords } from './nearby-words';
import { productSummaries } from './summary';
import { fold, matchAll, matchAny, matchTyped, wordsOf } from './words';

/**
 * Matches that are ranked at all: ranking every match of two letters would cost 15 ms at 50 000 products. Whatever
 * begins with the typed text is always among them.
 */
const mostCandidates = 250;
const mostByName = 50;

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly favourite: 0 | 1;
}

/** The counter's search: keeps what keystrokes need again and again. */
export class ProductSearch {
  readonly #store: Store;
  readonly #nearby: NearbyWords;

  constructor(store: Store) {
    this.#store = store;
    this.#nearby = new NearbyWords(store);
    store.changes.subscribe(({ topic }) => {
      if (topic === 'product' || topic === 'brand') this.#nearby.forget();
    });
  }

  find(text: string, limit: number): ProductSummary[] {
    return searchProducts(this.#store, text, limit, this.#nearby);
  }
}

/**
 * Best first: a whole barcode or SKU, then words of name, SKU and brand, each at least begun. Only when nothing is found
 * are slips of the finger forgiven. Products that are removed or not on sale are never found.
 *
 * Any text is safe: only its letters, digits and marks reach the index.
 */
export function searchProducts(
  reads: Reads,
  text: string,
  limit: number,
  nearby: NearbyWords = new NearbyWords(reads),
): ProductSummary[] {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return [];
  const words = wordsOf(typed);
  const found = new Map<string, Candidate>();
  const collect = (rows: readonly Candidate[]) => {
    for (const row of rows) found.set(row.id, row);
  };

  const exact = byCode(reads, typed);
  collect(byName(reads, typed));
  const match = matchTyped(words);
  const wider = matchAll(words);
  collect(byWords(reads, match));
  if (found.size === 0 && wider !== match) collect(byWords(reads, wider));
  if (found.size === 0 && exact.length === 0) collect(forgiving(reads, words, nearby));

  const codes = new Set(exact.map(({ id }) => id));
  const others = rank([...found.values()], typed, words).filter(({ id }) => !codes.has(id));
  const best = [...exact, ...others].slice(0, limit);
  return productSummaries(
    reads,
    best.map(({ id }) => id),
  );
}

const onSale = 'p.deleted_at IS NULL AND p.active = 1';
const columns = 'p.id, p.name, p.favourite';

function byCode(reads: Reads, code: string): Candidate[] {
  return reads
    .sql<[string, string, string], Candidate>(
      `SELECT ${columns} FROM product AS p WHERE ${onSale} AND p.id IN (
         SELECT product_id FROM product_barcode WHERE barcode = ?
         UNION SELECT product_id FROM product_unit WHERE barcode = ?
         UNION SELECT id FROM product WHERE sku = ? COLLATE NOCASE)
       LIMIT 20`,
    )
    .all(code, code, code);
}

/** Names that begin with the text as it was typed. */
function byName(reads: Reads, typed: string): Candidate[] {
  return reads
    .sql<[string, string, number], Candidate>(
      `SELECT ${columns} FROM product AS p
       WHERE p.name >= ? COLLATE NOCASE AND p.name < ? COLLATE NOCASE AND ${onSale} LIMIT ?`,
    )
    .all(typed, `${typed}\u{10FFFF}`, mostByName);
}

function byWords(reads: Reads, match: string | null): Candidate[] {
  if (match === null) return [];
  return reads
    .sql<[string, number], Candidate>(
      `SELECT ${columns} FROM product_search AS f JOIN product AS p ON p.ref = f.rowid
       WHERE f.product_search MATCH ? AND ${onSale} LIMIT ?`,
    )
    .all(match, mostCandidates);
}

/** Words of one text that are corrected, at most: more slips than that is another text, and each costs milliseconds. */
const mostMistyped = 2;

/** Each word that no product has stands for its neighbours: for the nearest of them, or else for any. */
function forgiving(reads: Reads, words: readonly string[], nearby: NearbyWords): Candidate[] {
  const isMistyped = words.map((word) => !isKnown(reads, word));
  const mistyped = isMistyped.filter(Boolean).length;
  if (mistyped === 0 || mistyped > mostMistyped) return [];
  const meant = words.map((word, index) => (isMistyped[index] ? nearby.of(word) : [word]));
  if (meant.some((choices) => choices.length === 0)) return [];
  const nearest = byWords(reads, matchTyped(meant.map(([first = '']) => first)));
  if (nearest.length > 0 || meant.every((choices) => choices.length === 1)) return nearest;
  return byWords(reads, matchAny(meant));
}

function isKnown(reads: Reads, word: string): boolean {
  const any = reads.sql<[string]>('SELECT 1 FROM product_search WHERE product_search MATCH ? LIMIT 1');
  return any.get(matchAll([word]) ?? '') !== undefined;
}

/** The whole name, then names that begin so, then words in their order; favourites first, shorter names first. */
function rank(candidates: readonly Candidate[], typed: string, words: readonly string[]): Candidate[] {
  const wanted = fold(typed);
  const folded = words.map(fold);
  return candidates
    .map((candidate) => ({ candidate, score: score(fold(candidate.name), candidate.favourite, wanted, folded) }))
    .sort((a, b) => b.score - a.score || compare(a.candidate, b.candidate))
    .map(({ candidate }) => candidate);
}

function score(name: string, favourite: 0 | 1, wanted: string, words: readonly string[]): number {
  if (name === wanted) return 100;
  let points = favourite === 1 ? 15 : 0;
  if (name.startsWith(wanted)) points += 20;
  else if (words[0] !== undefined && name.startsWith(words[0])) points += 10;
  // Found by its brand or SKU only, a product stands behind those found by their names.
  if (words.every((word) => begins(name, word))) points += 10;
  return points;
}

/** Whether a word of the name begins so: cheaper than cutting the name into its words. */
function begins(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    if (at === 0 || !inWord.test(name.charAt(at - 1))) return true;
  }
  return false;
}

const inWord = /[\p{L}\p{N}\p{Co}\p{M}]/u;

function compare(a: Candidate, b: Candidate): number {
  return a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
