import type { Row } from '@shared/entities';
import type { Reads } from '../../store';
import { type Tally, talliesOf } from './tally';

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

/** What was counted on a sheet and is not what it was posted with: all of it before the first time. */
export function differingTallies(reads: Reads, countId: string): Tally[] {
  const known = postedLines(reads, countId);
  return talliesOf(reads, countId).filter(({ productId, counted, countedAt }) => {
    if (!isStocked(reads, productId)) return false;
    const line = known.get(productId);
    return line === undefined || line.counted !== counted || line.counted_at !== countedAt;
  });
}
