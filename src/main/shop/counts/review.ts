import type { CountFigures, CountLine, CountShare, HandlerInput, Page } from '@shared/contract';
import {
  absMoney,
  addMoney,
  compareMoney,
  type Money,
  multiply,
  type Quantity,
  quantity,
  subQuantity,
  ZERO,
} from '@shared/money';
import type { Role } from '@shared/roles';
import { type Reads, readerJob } from '../../store';
import { maySeeCost, readCost } from '../catalogue';
import { carried, isPosted, isStocked, type PostedLine, postedLines } from './lines';
import { onSheet, readSheet } from './sheet';
import { levelBefore, type Share, type Tally, talliesOf } from './tally';

interface Asked {
  readonly countId: string;
  /** What goods cost is not everybody's business. */
  readonly role: Role;
}

/** One page of the review; it goes through the whole sheet, so it runs on a reader thread. */
export const countReviewJob = readerJob(
  'counts.review',
  (reads: Reads, input: HandlerInput<'counts.review'> & Asked): Page<CountLine> => {
    const { show, offset, limit } = input;
    if (show === 'missing') return missing(reads, input.countId, offset, limit);
    const lines = linesOf(reads, input).filter(shown[show]);
    // The most costly differences first: they are what somebody counts again.
    if (show === 'differences')
      lines.sort((a, b) => compareMoney(absMoney(b.value ?? ZERO), absMoney(a.value ?? ZERO)));
    return { rows: lines.slice(offset, offset + limit), total: lines.length };
  },
);

const isDoubtful = ({ moved, shares }: CountLine) => moved || shares.length > 1;

const shown = {
  counted: () => true,
  differences: ({ difference }: CountLine) => difference !== 0,
  doubtful: isDoubtful,
} satisfies Record<string, (line: CountLine) => boolean>;

export const countFiguresJob = readerJob('counts.figures', (reads: Reads, asked: Asked): CountFigures => {
  const lines = linesOf(reads, asked);
  const differing = lines.filter(({ difference }) => difference !== 0);
  const priced = maySeeCost(asked.role);
  const sum = (sign: 1 | -1): Money | null =>
    priced
      ? differing.reduce(
          (all, { value }) => ((value ?? 0) * sign > 0 && value !== null ? addMoney(all, value) : all),
          ZERO,
        )
      : null;
  return {
    counted: lines.length,
    differing: differing.length,
    doubtful: lines.filter(isDoubtful).length,
    missing: missing(reads, asked.countId, 0, 0).total,
    more: sum(1),
    less: sum(-1),
    unpriced: priced ? differing.filter(({ value }) => value === null).length : 0,
  };
});

interface Named {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: CountLine['unit'];
}

/** All that was counted, by name. */
function linesOf(reads: Reads, { countId, role }: Asked): CountLine[] {
  const known = postedLines(reads, countId);
  const named = reads.sql<[string], Named>('SELECT id, name, sku, unit FROM product WHERE id = ?');
  const nameOf = namesOf(reads);
  return talliesOf(reads, countId)
    .filter(({ productId }) => known.has(productId) || isStocked(reads, productId))
    .map((tally): CountLine => {
      const product = named.get(tally.productId);
      if (!product) throw new Error(`Product ${tally.productId} was counted and is not there`);
      const difference = differenceOf(reads, countId, tally, known.get(tally.productId));
      const cost = maySeeCost(role) ? readCost(reads, tally.productId) : null;
      return {
        ...product,
        counted: tally.counted,
        expected: subQuantity(tally.counted, difference),
        difference,
        value: cost === null ? null : multiply(cost, difference),
        countedAt: tally.countedAt,
        moved: hasMoved(reads, tally),
        shares: tally.shares.map(nameOf),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** As it was posted, or would be. */
function differenceOf(reads: Reads, countId: string, tally: Tally, line: PostedLine | undefined): Quantity {
  const { productId, countedAt } = tally;
  if (line && isPosted(reads, countId, tally, line)) return subQuantity(line.counted, quantity(line.expected));
  // What corrects a line comes after it, and after what was taken back for it.
  const place =
    line && line.counted_at >= countedAt ? { at: line.counted_at, id: `${line.id};` } : { at: countedAt, id: '' };
  return subQuantity(carried(reads, countId, tally, place), levelBefore(reads, productId, place));
}

const hasMoved = (reads: Reads, { productId, firstAt, countedAt }: Tally): boolean =>
  firstAt < countedAt &&
  reads
    .sql<[string, number, number]>(
      `SELECT 1 FROM stock_movement WHERE product_id = ? AND at >= ? AND at < ? AND reason <> 'count' LIMIT 1`,
    )
    .get(productId, firstAt, countedAt) !== undefined;

function namesOf(reads: Reads): (share: Share) => CountShare {
  const ask = (table: 'staff' | 'terminal') => {
    const query = reads.sql<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`);
    const known = new Map<string, string | null>();
    return (id: string): string | null => {
      if (!known.has(id)) known.set(id, query.get(id)?.name ?? null);
      return known.get(id) ?? null;
    };
  };
  const staff = ask('staff');
  const terminal = ask('terminal');
  return ({ staff_id, terminal_id, ...share }) => ({
    staffId: staff_id,
    terminalId: terminal_id,
    staff: staff(staff_id),
    terminal: terminal(terminal_id),
    ...share,
  });
}

/** What belongs on the sheet and was not counted, by name. */
function missing(reads: Reads, countId: string, offset: number, limit: number): Page<CountLine> {
  const uncounted = uncountedProducts(reads, countId);
  if (uncounted === null) return { rows: [], total: 0 };
  const { from, values } = uncounted;
  const total = reads.sql<[string[]], { n: number }>(`SELECT count(*) AS n ${from}`).get(values)?.n ?? 0;
  if (limit === 0) return { rows: [], total };
  const rows = reads
    .sql<[(string | number)[]], Named & { expected: Quantity }>(
      `SELECT p.id, p.name, p.sku, p.unit, coalesce(l.quantity, 0) AS expected ${from}
       ORDER BY p.name COLLATE NOCASE, p.ref LIMIT ? OFFSET ?`,
    )
    .all([...values, limit, offset])
    .map((product): CountLine => {
      const none = { counted: null, difference: quantity(0), value: null, countedAt: null, moved: false, shares: [] };
      return { ...product, ...none };
    });
  return { rows, total };
}

/** SQL: products `p` on the sheet that nobody has counted, with their level `l`. Null: anything may be on it, so nothing is missing. */
export function uncountedProducts(reads: Reads, countId: string): { from: string; values: string[] } | null {
  const sheet = readSheet(reads, countId);
  if (sheet.what === 'free') return null;
  const { sql, values } = onSheet(sheet);
  const counted = JSON.stringify(talliesOf(reads, countId).map(({ productId }) => productId));
  return {
    from: `FROM product AS p LEFT JOIN stock_level AS l ON l.product_id = p.id
      WHERE ${sql} AND p.id NOT IN (SELECT value FROM json_each(?))`,
    values: [...values, counted],
  };
}
