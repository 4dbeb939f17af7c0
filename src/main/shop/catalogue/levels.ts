import type { HandlerInput, Page, ProductSummary, StockSummary } from '@shared/contract';
import { type Reads, readerJob, type Store } from '../../store';
import { below, matching } from './list';
import { type SummaryRow, summaryColumns, summaryJoins, toSummary } from './summary';

type ListLevels = HandlerInput<'stock.levels'>;

/**
 * Products whose stock is counted. The index holds all that a level's state needs, in the order of the levels: going through
 * a hundred thousand of them is one walk along both.
 */
const counted = 'product AS p INDEXED BY product_shelf';
const onShelf = 'p.track_stock = 1 AND p.deleted_at IS NULL';
const level = 'LEFT JOIN stock_level AS s ON s.product_id = p.id';

const states: Record<ListLevels['state'], string | null> = {
  any: null,
  low: 's.quantity > 0 AND s.quantity <= p.reorder_level',
  out: 'coalesce(s.quantity, 0) = 0',
  oversold: 's.quantity < 0',
};

/** One page of the levels; whatever goes through all products runs on a reader thread. */
export async function listLevels(store: Store, input: ListLevels): Promise<Page<ProductSummary>> {
  const isQuick =
    !input.text?.trim() && input.categoryId === undefined && input.state === 'any' && input.sort === 'name';
  return isQuick ? readLevels(store, input) : store.readers.run(stockLevelsJob, input);
}

export const stockLevelsJob = readerJob('stock.levels', readLevels);

function readLevels(reads: Reads, input: ListLevels): Page<ProductSummary> {
  const { text, categoryId, state, sort, descending, offset, limit } = input;
  const parts = [...below(categoryId), ...matching(text)];
  const inState = states[state];
  const where = [onShelf, ...(inState === null ? [] : [inState]), ...parts.map(({ sql }) => sql)].join(' AND ');
  const values = parts.flatMap(({ values: own }) => own);
  const total = reads
    .sql<[string[]], { n: number }>(
      `SELECT count(*) AS n FROM ${parts.length > 0 ? 'product AS p' : counted} ${inState === null ? '' : level} WHERE ${where}`,
    )
    .get(values);
  const byName = sort === 'name';
  const order = `${byName ? 'p.name COLLATE NOCASE' : 'coalesce(s.quantity, 0)'} ${descending ? 'DESC' : 'ASC'}, p.ref`;
  // The page's keys first: only its rows are looked up. By name the names' own index gives them in order.
  const from = byName || parts.length > 0 ? 'product AS p' : counted;
  const rows = reads
    .sql<[(string | number)[]], SummaryRow>(
      `SELECT ${summaryColumns} FROM (SELECT p.ref FROM ${from} ${level} WHERE ${where} ORDER BY ${order}
         LIMIT ? OFFSET ?) AS page JOIN product AS p USING (ref) ${summaryJoins} ORDER BY ${order}`,
    )
    .all([...values, limit, offset]);
  return { rows: rows.map(toSummary), total: total?.n ?? 0 };
}

/** Goes through all products, so it runs on a reader thread. */
export const stockSummaryJob = readerJob('stock.summary', (reads: Reads, _: null): StockSummary => {
  const row = reads
    .sql<[], Omit<StockSummary, 'enough'>>(
      `SELECT count(*) AS counted, total(${states.low}) AS low, total(${states.out}) AS out,
         total(${states.oversold}) AS oversold FROM ${counted} ${level} WHERE ${onShelf}`,
    )
    .get();
  const { counted: all = 0, low = 0, out = 0, oversold = 0 } = row ?? {};
  return { counted: all, enough: all - low - out - oversold, low, out, oversold };
});
