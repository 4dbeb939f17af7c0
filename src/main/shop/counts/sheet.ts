import type { CountPerson, CountSheet, CountState, CountSummary, HandlerInput, Page } from '@shared/contract';
import type { CountScope, Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Reads, readerJob } from '../../store';
import { below } from '../catalogue';
import { differingTallies } from './lines';

export type Sheet = Pick<Row<'stock_count'>, 'id' | 'name' | 'what' | 'category_id' | 'brand_id' | 'blind'> & {
  readonly state: CountState;
};

/** Posted by anybody is posted, whoever cancelled it meanwhile. */
const state = (sheet: string) => `CASE
  WHEN EXISTS (SELECT 1 FROM stock_count_close WHERE count_id = ${sheet}.id AND result = 'posted') THEN 'posted'
  WHEN EXISTS (SELECT 1 FROM stock_count_close WHERE count_id = ${sheet}.id) THEN 'cancelled' ELSE 'open' END`;

/** @throws AppError `not_found` */
export function readSheet(reads: Reads, id: string): Sheet {
  const row = reads
    .sql<[string], Sheet>(
      `SELECT k.id, k.name, k.what, k.category_id, k.brand_id, k.blind, ${state('k')} AS state FROM stock_count AS k
       WHERE k.id = ?`,
    )
    .get(id);
  if (!row) throw new AppError('not_found', `No count ${id}`, { entity: 'stock_count', id });
  return row;
}

/** The sheet, as long as it can be written on. @throws AppError `not_found`, `count_closed` */
export function openSheet(reads: Reads, id: string): Sheet {
  const sheet = readSheet(reads, id);
  if (sheet.state !== 'open')
    throw new AppError('count_closed', `${sheet.name} is ${sheet.state}`, { name: sheet.name });
  return sheet;
}

/** What belongs on a sheet, as conditions on products `p`; whatever is found belongs on a free one. */
export function onSheet({ what, category_id, brand_id }: Omit<Sheet, 'state' | 'blind' | 'id' | 'name'>) {
  const counted = { sql: 'p.track_stock = 1 AND p.deleted_at IS NULL', values: [] };
  const parts: { readonly sql: string; readonly values: readonly string[] }[] = [
    counted,
    ...(what === 'category' && category_id !== null ? below(category_id) : []),
    ...(what === 'brand' && brand_id !== null ? [{ sql: 'p.brand_id = ?', values: [brand_id] }] : []),
  ];
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

/** A sheet of what is not there would have nothing on it, for good. @throws AppError `not_found`, `deleted` */
export function checkScope(reads: Reads, entity: 'category' | 'brand', id: string): void {
  const row = reads
    .sql<[string], { name: string; deleted_at: number | null }>(`SELECT name, deleted_at FROM ${entity} WHERE id = ?`)
    .get(id);
  if (!row) throw new AppError('not_found', `No ${entity} ${id}`, { entity, id });
  if (row.deleted_at !== null) throw new AppError('deleted', `${row.name} is deleted`, { entity, id });
}

interface SummaryRow extends Omit<CountSummary, 'what'> {
  readonly what: CountScope;
}

const summary = `SELECT k.id, k.name, k.what, coalesce(c.name, b.name) AS of, ${state('k')} AS state, k.at, s.name AS staff,
    (SELECT count(DISTINCT product_id) FROM stock_count_entry WHERE count_id = k.id) AS products,
    (SELECT max(at) FROM stock_count_entry WHERE count_id = k.id) AS lastAt
  FROM stock_count AS k LEFT JOIN category AS c ON c.id = k.category_id LEFT JOIN brand AS b ON b.id = k.brand_id
  LEFT JOIN staff AS s ON s.id = k.staff_id`;

/** The newest first. */
export function listSheets(reads: Reads, { open, offset, limit }: HandlerInput<'counts.list'>): Page<CountSummary> {
  const where = open ? `WHERE ${state('k')} = 'open'` : '';
  const rows = reads
    .sql<[number, number], SummaryRow>(`${summary} ${where} ORDER BY k.at DESC, k.id DESC LIMIT ? OFFSET ?`)
    .all(limit, offset);
  const total = reads.sql<[], { n: number }>(`SELECT count(*) AS n FROM stock_count AS k ${where}`).get();
  return { rows, total: total?.n ?? 0 };
}

/** @throws AppError `not_found` */
export function describeSheet(reads: Reads, id: string): CountSheet {
  const sheet = readSheet(reads, id);
  const row = reads.sql<[string], SummaryRow>(`${summary} WHERE k.id = ?`).get(id);
  if (!row) throw new AppError('not_found', `No count ${id}`, { entity: 'stock_count', id });
  return {
    ...row,
    blind: sheet.blind === 1,
    people: peopleOf(reads, id),
    wanted: sheet.what === 'free' ? null : countWanted(reads, sheet),
    closes: reads
      .sql<[string], CountSheet['closes'][number]>(
        `SELECT k.id, k.result, k.at, s.name AS staff, t.name AS terminal FROM stock_count_close AS k
         LEFT JOIN staff AS s ON s.id = k.staff_id LEFT JOIN terminal AS t ON t.id = k.terminal_id
         WHERE k.count_id = ? ORDER BY k.at, k.id`,
      )
      .all(id),
    late: sheet.state === 'posted' ? differingTallies(reads, id).length : 0,
  };
}

function peopleOf(reads: Reads, id: string): CountPerson[] {
  return reads
    .sql<[string], CountPerson>(
      `SELECT e.staff_id AS staffId, e.terminal_id AS terminalId, s.name AS staff, t.name AS terminal,
         count(DISTINCT e.product_id) AS products, count(*) AS entries, max(e.at) AS lastAt
       FROM stock_count_entry AS e LEFT JOIN staff AS s ON s.id = e.staff_id LEFT JOIN terminal AS t ON t.id = e.terminal_id
       WHERE e.count_id = ? GROUP BY e.staff_id, e.terminal_id ORDER BY lastAt DESC`,
    )
    .all(id);
}

function countWanted(reads: Reads, sheet: Sheet): number {
  const { sql, values } = onSheet(sheet);
  return (
    reads.sql<[string[]], { n: number }>(`SELECT count(*) AS n FROM product AS p WHERE ${sql}`).get(values)?.n ?? 0
  );
}

/** On a reader thread: every entry of any till asks again, and each answer goes through all that was counted. */
export const countListJob = readerJob('counts.list', listSheets);
export const countSheetJob = readerJob('counts.get', (reads: Reads, { id }: HandlerInput<'counts.get'>) =>
  describeSheet(reads, id),
);
