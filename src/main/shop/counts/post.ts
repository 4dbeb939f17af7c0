import { dayOf } from '@shared/clock';
import type { HandlerInput, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Quantity, quantity, subQuantity } from '@shared/money';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { type Stamp, stampOf } from '../documents';
import { moveStock, stockProduct } from '../stock';
import { badValue } from '../text';
import { compensateLate } from './late';
import { carried, type Differing, differingTallies, lineId } from './lines';
import { uncountedProducts } from './review';
import { openSheet, readSheet } from './sheet';
import { levelBefore } from './tally';

type Line = Row<'stock_count_close'>['lines'][number];

/** A product and what was found of it, and when. */
interface Found {
  readonly productId: string;
  readonly counted: Quantity;
  readonly countedAt: number;
}

/**
 * Posts a sheet: what was counted, judged against what had moved **before it was counted**, and a movement for each difference,
 * of that moment. So what is sold between counting and posting is no difference. A sheet may be posted again for what other tills'
 * entries brought later.
 *
 * @throws AppError `not_found`; `count_closed` for a cancelled one, and a posted one with `zero`; `nothing_counted`;
 *   `bad_value` for less than nothing
 */
export function postCount(deps: ShopDeps, user: SignedIn, input: HandlerInput<'counts.post'>): void {
  let found = post(deps, user, input, null);
  while (found.length > 0) found = post(deps, user, input, found);
}

/** A posting goes to the hub as a whole, so one can be too long; with all alerts that its lines may raise this one is not. */
const linesPerClose = 2_000;

/**
 * Posts as many lines as go into one mutation.
 *
 * @param rest what an earlier part of this posting has left; null at the first, which finds what there is
 * @returns what is left
 */
function post(
  deps: ShopDeps,
  user: SignedIn,
  { id: countId, missing }: HandlerInput<'counts.post'>,
  rest: readonly Found[] | null,
): readonly Found[] {
  const { store, ids } = deps;
  const closeId = ids.next();
  return store.mutate({ name: 'count.post', kind: 'fact', actor: user.staffId, whole: true }, (m) => {
    const all = rest ?? findAll(deps, { id: countId, missing }, closeId, m.at);
    const lines = all.slice(0, linesPerClose).map((each, index) => lineOf(deps, closeId, each, index + 1));
    const stamp = stampOf(m, user, deps.settings());
    m.put('stock_count_close', { id: closeId, count_id: countId, result: 'posted', ...stamp, lines });
    for (const line of lines) moveDifference(m, deps, closeId, line, stamp);
    // On another sheet it may have been counted later, and posted already.
    compensateLate(
      m,
      deps,
      lines.map((line) => line.product_id),
    );
    return all.slice(linesPerClose);
  }).value;
}

/** What there is to post. */
function findAll(
  deps: ShopDeps,
  { id: countId, missing }: HandlerInput<'counts.post'>,
  closeId: string,
  at: number,
): readonly Found[] {
  const { store } = deps;
  const sheet = readSheet(store, countId);
  // What was posted as nothing has no entry, so it would be nothing again, with all that was received since.
  if (sheet.state === 'cancelled' || (sheet.state === 'posted' && missing === 'zero'))
    throw new AppError('count_closed', `${sheet.name} is ${sheet.state}`, { name: sheet.name });
  // What nobody counted comes first: should the power go, the sheet has late what was counted, and can be posted again for that.
  const nothing = missing === 'zero' ? nothingOf(deps, countId, at) : [];
  const found = [...nothing, ...differingTallies(store, countId).map((each) => foundOf(deps, countId, closeId, each))];
  if (found.length === 0) throw new AppError('nothing_counted', 'There is nothing to post', {});
  const negative = found.find(({ counted }) => counted < 0);
  if (negative) {
    const { name } = stockProduct(store, negative.productId);
    throw badValue('counted', `${name}: fewer than none`, { name });
  }
  return found;
}

/** @throws AppError `not_found`, `count_closed` */
export function cancelCount({ store, ids, settings }: ShopDeps, user: SignedIn, countId: string): void {
  store.mutate({ name: 'count.cancel', kind: 'fact', actor: user.staffId }, (m) => {
    openSheet(store, countId);
    const stamp = stampOf(m, user, settings());
    m.put('stock_count_close', { id: ids.next(), count_id: countId, result: 'cancelled', ...stamp, lines: [] });
  });
}

/**
 * A line that is posted again comes after the one it corrects, or that would go on holding: of its moment, where what was
 * counted is older, and of the next where this till's clock is behind that of the till that posted it.
 */
function foundOf({ store }: ShopDeps, countId: string, closeId: string, { tally, line }: Differing): Found {
  if (!line || line.counted_at < tally.countedAt) return tally;
  const countedAt = closeId > line.id ? line.counted_at : line.counted_at + 1;
  const counted = carried(store, countId, tally, { at: countedAt, id: lineId(closeId, 0) });
  return { productId: tally.productId, counted, countedAt };
}

/** What nobody counted and the books have: there is nothing of it. */
function nothingOf({ store }: ShopDeps, countId: string, at: number): Found[] {
  const uncounted = uncountedProducts(store, countId);
  if (uncounted === null) return [];
  return store
    .sql<[string[]], { id: string }>(`SELECT p.id ${uncounted.from} AND coalesce(l.quantity, 0) <> 0 ORDER BY p.id`)
    .all(uncounted.values)
    .map(({ id }) => ({ productId: id, counted: quantity(0), countedAt: at }));
}

function lineOf({ store }: ShopDeps, closeId: string, { productId, counted, countedAt }: Found, lineNo: number): Line {
  const { name, unit } = stockProduct(store, productId);
  return {
    line_no: lineNo,
    product_id: productId,
    name,
    unit,
    counted,
    expected: levelBefore(store, productId, { at: countedAt, id: lineId(closeId, lineNo) }),
    counted_at: countedAt,
  };
}

function moveDifference(m: Mutation, deps: ShopDeps, closeId: string, line: Line, stamp: Stamp): void {
  const difference = subQuantity(line.counted, line.expected);
  if (difference === 0) return;
  const source = { documentType: 'stock_count_close', documentId: closeId, lineNo: line.line_no };
  const move = { id: lineId(closeId, line.line_no), quantity: difference, reason: 'count', source } as const;
  const day = dayOf(line.counted_at, deps.settings().time_zone);
  const product = stockProduct(deps.store, line.product_id);
  moveStock(m, deps, product, move, { ...stamp, at: line.counted_at, day });
}
