import type { Row } from '@shared/entities';
import { addQuantity, type Quantity, quantity } from '@shared/money';
import type { Reads } from '../../store';
import { type Place, type Tally, talliesOf } from './tally';

/** A line by which a sheet was posted; its movement, if it has one, has the line's id. */
export interface PostedLine {
  readonly id: string;
  readonly product_id: string;
  readonly name: string;
  readonly unit: Row<'product'>['unit'];
  readonly counted: Tally['counted'];
  readonly expected: Tally['counted'];
  readonly counted_at: number;
  readonly staff_id: string;
  readonly terminal_id: string;
}

/** The id of a line, and of the movement that it causes. */
export const lineId = (closeId: string, lineNo: number): string => `${closeId}:${lineNo}`;

const posted = `SELECT l.close_id || ':' || l.line_no AS id, l.product_id, l.name, l.unit, l.counted, l.expected, l.counted_at,
    k.staff_id, k.terminal_id
  FROM stock_count_line AS l CROSS JOIN stock_count_close AS k ON k.id = l.close_id`;
/** Of two counts the later one holds; of one moment, that of the higher id. */
const newest = `ORDER BY l.counted_at DESC, l.close_id || ':' || l.line_no DESC`;

/** The count of a product that holds, whoever posted it on whichever sheet. */
export function holdingLine(reads: Reads, productId: string): PostedLine | undefined {
  return reads.sql<[string], PostedLine>(`${posted} WHERE l.product_id = ? ${newest} LIMIT 1`).get(productId);
}

/** By product: the line of this sheet that holds. */
export function postedLines(reads: Reads, countId: string): Map<string, PostedLine> {
  const lines = reads
    .sql<[string], PostedLine>(
      `${posted} WHERE l.close_id IN (SELECT id FROM stock_count_close WHERE count_id = ?) ${newest}`,
    )
    .all(countId);
  return new Map(lines.reverse().map((line) => [line.product_id, line]));
}

/** Whether its stock is counted still: nothing moves what was removed since, or is counted no more. */
export const isStocked = (reads: Reads, productId: string): boolean =>
  reads
    .sql<[string]>('SELECT 1 FROM product WHERE id = ? AND track_stock = 1 AND deleted_at IS NULL')
    .get(productId) !== undefined;

/** A tally that its sheet is to be posted with, and the line by which it was posted before. */
export interface Differing {
  readonly tally: Tally;
  readonly line: PostedLine | undefined;
}

/** What was counted on a sheet and is not what it was posted with: all of it before the first time. */
export function differingTallies(reads: Reads, countId: string): Differing[] {
  const known = postedLines(reads, countId);
  return talliesOf(reads, countId)
    .map((tally) => ({ tally, line: known.get(tally.productId) }))
    .filter(({ tally, line }) => isStocked(reads, tally.productId) && !(line && isPosted(reads, countId, tally, line)));
}

/** Whether a line of its sheet says what a tally does. */
export const isPosted = (reads: Reads, countId: string, tally: Tally, line: PostedLine): boolean =>
  line.counted_at >= tally.countedAt &&
  line.counted === carried(reads, countId, tally, { at: line.counted_at, id: line.id });

/**
 * What was there at a place, by what a tally says of its own moment or before: a sheet that was posted as of a later moment
 * than what is heard of late can say it of that moment only, or the line that is wrong would go on holding. What another
 * sheet found in between is newer than the tally.
 */
export function carried(reads: Reads, countId: string, tally: Tally, { at, id }: Place): Quantity {
  const { productId, counted, countedAt } = tally;
  if (at <= countedAt) return counted;
  const between = reads
    .sql<(string | number)[], PostedLine>(
      `${posted} WHERE l.product_id = ? AND k.count_id <> ? AND l.counted_at > ?
         AND (l.counted_at, l.close_id || ':' || l.line_no) < (?, ?) ${newest} LIMIT 1`,
    )
    .get(productId, countId, countedAt, at, id);
  const from: Place = between ? { at: between.counted_at, id: between.id } : { at: countedAt, id: afterAllIds };
  const moved = reads
    .sql<(string | number)[], { quantity: number }>(
      `SELECT coalesce(sum(quantity), 0) AS quantity FROM stock_movement
       WHERE product_id = ? AND reason <> 'count' AND (at, id) > (?, ?) AND (at, id) < (?, ?)`,
    )
    .get(productId, from.at, from.id, at, id);
  const there = addQuantity(between?.counted ?? counted, quantity(moved?.quantity ?? 0));
  // More was sold than was found, so some was not found: on a shelf there is never less than nothing.
  return there < 0 ? quantity(0) : there;
}

const afterAllIds = '~';
