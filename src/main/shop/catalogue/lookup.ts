import {
  type Embedded,
  type EmbeddedPattern,
  embeddedPattern,
  expandUpcE,
  readBarcode,
  readEmbedded,
  readGs1,
  toGtin14,
} from '@shared/codes';
import type { CodeLookup, ProductUnit } from '@shared/contract';
import type { Flag, Row } from '@shared/entities';
import { ArithmeticError, attempt, type Money, type Quantity } from '@shared/money';
import type { Reads } from '../../store';
import { productSummary } from './summary';

type LookupSettings = Pick<Row<'business_settings'>, 'weight_codes' | 'currency'>;

/** What of a code is not the article: how much of it, or for how much. */
type Weighed = { kind: 'quantity'; quantity: Quantity } | { kind: 'price'; price: Money };

/** A product that answers to a code, and the unit whose barcode it was. */
interface Candidate {
  readonly id: string;
  /** `product_unit.position`; null for the product itself. */
  readonly position: number | null;
  readonly active: Flag;
  readonly deleted_at: number | null;
}

/**
 * What a scanned or typed code means. In this order, the first that finds anything wins:
 * 1. a barcode as it is stored, of a product or of one of its units; whatever its check digit, the shop gave it;
 * 2. a SKU, in any case;
 * 3. a scale's code by the shop's patterns: the item with its weight or price;
 * 4. the same article under another length of its GTIN (UPC-A, UPC-E, EAN-13, ITF-14), or inside a GS1 element string.
 *
 * Products on sale hide those taken off it, and these hide deleted ones: an old code goes to the new product.
 */
export function findByCode(reads: Reads, typed: string, settings: LookupSettings): CodeLookup {
  const code = typed.trim();
  const found = best([...byBarcode(reads, code)]);
  if (found.length > 0) return answer(reads, found, null);
  const bySku = best(skuQuery(reads).all(code));
  if (bySku.length > 0) return answer(reads, bySku, null);

  const embedded = readScaleCode(code, settings);
  if (embedded === 'damaged') return { kind: 'damaged' };
  if (embedded) {
    const items = best([...byBarcode(reads, embedded.item), ...skuQuery(reads).all(embedded.item)]);
    if (items.length > 0) return answer(reads, items, embedded);
  }

  const gs1 = attempt(() => readGs1(code));
  const netWeight = gs1.ok ? gs1.value.netWeight : undefined;
  for (const other of otherForms(code, (gs1.ok && gs1.value.gtin) || code)) {
    const same = best(byBarcode(reads, other));
    const weighed: Weighed | null = netWeight === undefined ? null : { kind: 'quantity', quantity: netWeight };
    if (same.length > 0) return answer(reads, same, weighed);
  }
  return { kind: readBarcode(code).ok ? 'unknown' : 'damaged' };
}

/** CROSS JOIN: from the code to the product, whatever the planner believes of their tables (`statistics.ts`). */
const byBarcode = (reads: Reads, code: string): Candidate[] =>
  reads
    .sql<[string, string], Candidate>(
      `SELECT p.id, NULL AS position, p.active, p.deleted_at
       FROM product_barcode AS b CROSS JOIN product AS p ON p.id = b.product_id WHERE b.barcode = ?
       UNION ALL
       SELECT p.id, u.position, p.active, p.deleted_at
       FROM product_unit AS u CROSS JOIN product AS p ON p.id = u.product_id WHERE u.barcode = ?`,
    )
    .all(code, code);

const skuQuery = (reads: Reads) =>
  reads.sql<[string], Candidate>(
    'SELECT id, NULL AS position, active, deleted_at FROM product WHERE sku = ? COLLATE NOCASE',
  );

/** The candidates of the best standing, one per product. */
function best(candidates: readonly Candidate[]): Candidate[] {
  if (candidates.length < 2) return [...candidates];
  const standing = (one: Candidate) => (one.deleted_at !== null ? 2 : one.active === 1 ? 0 : 1);
  const top = Math.min(...candidates.map(standing));
  const byProduct = new Map<string, Candidate>();
  for (const one of candidates) if (standing(one) === top && !byProduct.has(one.id)) byProduct.set(one.id, one);
  return [...byProduct.values()];
}

function answer(reads: Reads, found: readonly Candidate[], embedded: Weighed | null): CodeLookup {
  const products = found.map(({ id }) => productSummary(reads, id)).filter((product) => product !== undefined);
  const [first] = found;
  const [product] = products;
  if (!first || !product) throw new Error('A product went away between two reads of one connection');
  if (products.length > 1) return { kind: 'ambiguous', products };
  return {
    kind: 'product',
    product,
    quantity: embedded?.kind === 'quantity' ? embedded.quantity : null,
    price: embedded?.kind === 'price' ? embedded.price : null,
    unit: first.position === null ? null : readUnit(reads, product.id, first.position),
  };
}

function readUnit(reads: Reads, productId: string, position: number): ProductUnit | null {
  return (
    reads
      .sql<[string, number], ProductUnit>(
        'SELECT unit, factor, price, barcode FROM product_unit WHERE product_id = ? AND position = ?',
      )
      .get(productId, position) ?? null
  );
}

/** By the text of the setting: it is parsed once, not at every scan. */
const patternsByText = new Map<string, readonly EmbeddedPattern[]>();

function patternsOf(text: string): readonly EmbeddedPattern[] {
  let patterns = patternsByText.get(text);
  if (!patterns) {
    patterns = text
      .split(/\s+/)
      .filter((part) => part !== '')
      .map((part) => embeddedPattern(part));
    patternsByText.set(text, patterns);
  }
  return patterns;
}

function readScaleCode(code: string, settings: LookupSettings): Embedded | 'damaged' | null {
  try {
    for (const pattern of patternsOf(settings.weight_codes)) {
      const embedded = readEmbedded(code, pattern, settings.currency);
      if (embedded) return embedded;
    }
    return null;
  } catch (error) {
    // The code is one of this pattern's, but a digit was misread.
    if (error instanceof ArithmeticError) return 'damaged';
    throw error;
  }
}

/** The same article's number in the other lengths it may be stored in, without the code that was looked up already. */
function otherForms(code: string, gtin: string): string[] {
  if (!/^\d{8}$|^\d{12,14}$/.test(gtin)) return [];
  const forms = new Set<string>();
  for (const base of [gtin, expandUpcE(gtin)]) {
    if (base === null || !readBarcode(base).ok) continue;
    const long = toGtin14(base);
    for (const length of [14, 13, 12, 8]) {
      if (/^0*$/.test(long.slice(0, 14 - length))) forms.add(long.slice(14 - length));
    }
  }
  forms.delete(code);
  return [...forms];
}
