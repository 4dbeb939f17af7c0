import type { HandlerInput, Page, ProductSummary } from '@shared/contract';
import { type Reads, readerJob, type Store } from '../../store';
import { literal } from '../text';
import { type SummaryRow, summaryColumns, summaryJoins, toSummary } from './summary';
import { matchAll, wordsOf } from './words';

type ListProducts = HandlerInput<'catalogue.products'>;

/** One page of the office's product list. Slow lists run on a reader thread, quick ones where they are asked. */
export async function listProducts(store: Store, input: ListProducts): Promise<Page<ProductSummary>> {
  return isQuick(input) ? readList(store, input) : store.readers.run(productListJob, input);
}

/** Lists that an index gives page by page, whatever the number of products. */
function isQuick({ text, stock, sort, deleted, categoryId, brandId }: ListProducts): boolean {
  const filtered = text?.trim() || stock !== 'any' || deleted;
  return !filtered && sort !== 'stock' && (sort === 'name' || (categoryId === undefined && brandId === undefined));
}

/** Filters that go through the whole catalogue. */
export const productListJob = readerJob('catalogue.products', readList);

const order: Record<ListProducts['sort'], string> = {
  name: 'p.name COLLATE NOCASE',
  price: 'p.price',
  stock: 'coalesce(s.quantity, 0)',
};

const stockFilters: Record<ListProducts['stock'], string | null> = {
  any: null,
  low: 'p.track_stock = 1 AND p.reorder_level > 0 AND coalesce(s.quantity, 0) <= p.reorder_level',
  out: 'p.track_stock = 1 AND coalesce(s.quantity, 0) <= 0',
  negative: 'p.track_stock = 1 AND coalesce(s.quantity, 0) < 0',
};

function readList(reads: Reads, input: ListProducts): Page<ProductSummary> {
  const { joins, where, values } = productFilter(input);
  // All of them are counted on the smallest index without the deleted; left alone, SQLite walks the table.
  const counted = values.length === 0 && joins === '' && !input.deleted ? 'INDEXED BY product_price' : '';
  const total = reads.sql<[string[]], { n: number }>(
    `SELECT count(*) AS n FROM product AS p ${counted} ${joins} ${where}`,
  );
  const direction = input.descending ? 'DESC' : 'ASC';
  // The page's keys first: skipping to it then walks an index alone, and only the page's rows are looked up.
  const stock = 'LEFT JOIN stock_level AS s ON s.product_id = p.id';
  const page = reads.sql<[(string | number)[]], SummaryRow>(
    `SELECT ${summaryColumns} FROM (
       SELECT p.ref FROM product AS p ${joins || (input.sort === 'stock' ? stock : '')} ${where}
       ORDER BY ${order[input.sort]} ${direction}, p.ref LIMIT ? OFFSET ?
     ) AS page JOIN product AS p USING (ref) ${summaryJoins}
     ORDER BY ${order[input.sort]} ${direction}, p.ref`,
  );
  return {
    rows: page.all([...values, input.limit, input.offset]).map(toSummary),
    total: total.get(values)?.n ?? 0,
  };
}

/** Which products `p` a list's filter finds: what to join, the WHERE, and what stands for its question marks. */
export function productFilter({
  text,
  categoryId,
  brandId,
  stock,
  deleted,
}: Pick<ListProducts, 'text' | 'categoryId' | 'brandId' | 'stock' | 'deleted'>) {
  const brand = brandId === undefined ? [] : [{ sql: 'p.brand_id = ?', values: [brandId] }];
  const inStock = stockFilters[stock];
  const parts: Condition[] = [
    { sql: `p.deleted_at IS ${deleted ? 'NOT NULL' : 'NULL'}`, values: [] },
    ...below(categoryId),
    ...brand,
    ...(inStock === null ? [] : [{ sql: inStock, values: [] }]),
    ...matching(text),
  ];
  return {
    joins: inStock === null ? '' : 'LEFT JOIN stock_level AS s ON s.product_id = p.id',
    where: `WHERE ${parts.map(({ sql }) => sql).join(' AND ')}`,
    values: parts.flatMap(({ values }) => values),
  };
}

/** A condition on products `p`, and what stands for its question marks. */
interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Of a category and everything below it: "Grocery" shows the rice too. */
export function below(categoryId: string | undefined): Condition[] {
  if (categoryId === undefined) return [];
  const sql = `p.category_id IN (WITH RECURSIVE below (id) AS (
      SELECT ? UNION SELECT c.id FROM category AS c JOIN below ON c.parent_id = below.id) SELECT id FROM below)`;
  return [{ sql, values: [categoryId] }];
}

/** With all the words of a text in name, SKU or brand, or with a barcode that begins with it. */
export function matching(text: string | undefined): Condition[] {
  const typed = text?.normalize('NFC').trim() ?? '';
  if (typed === '') return [];
  const match = matchAll(wordsOf(typed));
  const codes = `p.id IN (SELECT product_id FROM product_barcode WHERE barcode LIKE ? ESCAPE '\\')`;
  if (match === null) return [{ sql: codes, values: [`${literal(typed)}%`] }];
  const named = 'p.ref IN (SELECT rowid FROM product_search WHERE product_search MATCH ?)';
  return [{ sql: `(${named} OR ${codes})`, values: [match, `${literal(typed)}%`] }];
}
