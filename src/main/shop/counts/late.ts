import { dayOf } from '@shared/clock';
import { negQuantity, quantity, subQuantity } from '@shared/money';
import type { Entry } from '@shared/sync';
import { DatabaseProblem, type Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { isOwnTerminal, ownTerminals } from '../documents';
import { moveStock, stockProduct } from '../stock';
import { holdingLine, isStocked, type PostedLine } from './lines';
import { levelBefore } from './tally';

/**
 * Takes back what has been heard of since and had moved before a product was counted: it was gone, or there, when somebody
 * stood before the shelf, so the count has it already. Afterwards the level just after the count is what was counted. Only for
 * the count that holds, and only at the till that posted it: one writer, so nothing is taken back twice.
 */
export function compensateLate(m: Mutation, deps: ShopDeps, productIds: Iterable<string>): void {
  for (const productId of productIds) {
    const line = ownHoldingLine(deps, productId);
    if (!line) continue;
    const missing = uncompensated(deps, line);
    if (missing === 0 || whereIs(deps, line) === 'aside') continue;
    const [documentId = '', lineNo = ''] = line.id.split(':');
    const source = { documentType: 'stock_count_close', documentId, lineNo: Number(lineNo) };
    const stamp = {
      at: line.counted_at,
      day: dayOf(line.counted_at, deps.settings().time_zone),
      staff_id: line.staff_id,
      terminal_id: deps.store.terminalId,
    };
    const move = { id: `${line.id}:${deps.ids.next()}`, quantity: missing, reason: 'count', source } as const;
    moveStock(m, deps, stockProduct(deps.store, productId), move, stamp);
  }
}

/** The line that holds, where what is late for it is this till's to take back. */
function ownHoldingLine({ store }: ShopDeps, productId: string): PostedLine | undefined {
  const line = holdingLine(store, productId);
  return line && isOwnTerminal(store, store.terminalId, line.terminal_id) && isStocked(store, productId)
    ? line
    : undefined;
}

/** Whether others have the posting of a line: what is taken back for one that they never see would be a difference to them. */
function whereIs({ store }: ShopDeps, { id }: PostedLine): 'in the log' | 'on its way' | 'aside' {
  const [closeId = ''] = id.split(':');
  const own = store.replica.unsettled(closeId).filter(({ operation }) => operation.id === closeId);
  if (own.some(({ isAside }) => isAside)) return 'aside';
  return own.length > 0 ? 'on its way' : 'in the log';
}

/** What is still to be taken back of a line, with its sign. */
function uncompensated({ store }: ShopDeps, { id, product_id, counted_at, expected }: PostedLine) {
  const late = subQuantity(levelBefore(store, product_id, { at: counted_at, id }), quantity(expected));
  const done = store
    .sql<[string, number, string, string], { quantity: number }>(
      `SELECT coalesce(sum(quantity), 0) AS quantity FROM stock_movement
       WHERE product_id = ? AND at = ? AND id > ? AND id < ?`,
    )
    .get(product_id, counted_at, `${id}:`, `${id};`);
  return subQuantity(negQuantity(late), quantity(done?.quantity ?? 0));
}

const countedBy = ({ store }: ShopDeps, closeId: string): string[] =>
  store
    .sql<[string], { id: string }>('SELECT product_id AS id FROM stock_count_line WHERE close_id = ?')
    .all(closeId)
    .map(({ id }) => id);

/** A month: a till that was away for longer takes a copy, and then looks at all it has counted. */
const rememberedMs = 30 * 24 * 60 * 60 * 1000;

/** Looks again at what this till has posted when the log brings what had moved before it was counted. */
export class LateReview {
  readonly #deps: ShopDeps;
  /** Products to look at; null for all that were counted of late, as at the start. */
  #due: Set<string> | null = null;

  constructor(deps: ShopDeps) {
    this.#deps = deps;
  }

  /** Entries of the log have been applied, or a copy of everything. */
  confirmed(entries: readonly Entry[] | null): void {
    const { store } = this.#deps;
    if (entries === null) this.#due = null;
    for (const { ops, terminal } of entries ?? []) {
      for (const effect of ops) {
        if (effect.op !== 'put') continue;
        if (effect.entity === 'stock_count_close' && isOwnTerminal(store, store.terminalId, terminal))
          for (const id of countedBy(this.#deps, effect.id)) this.#due?.add(id);
        if (effect.entity !== 'stock_movement') continue;
        const { product_id, at } = effect.row;
        if (this.#isBeforeCount(String(product_id), Number(at))) this.#due?.add(String(product_id));
      }
    }
    if (this.#due?.size === 0) return;
    try {
      this.#compensate(this.#due ?? this.#countedOfLate(entries === null));
      this.#due = new Set();
    } catch (error) {
      // A full disk: what was due stays due, and the next entry asks again.
      if (!(error instanceof DatabaseProblem)) throw error;
    }
  }

  #isBeforeCount(productId: string, at: number): boolean {
    return (
      this.#deps.store
        .sql<[string, number]>('SELECT 1 FROM stock_count_line WHERE product_id = ? AND counted_at >= ? LIMIT 1')
        .get(productId, at) !== undefined
    );
  }

  #countedOfLate(everything: boolean): Set<string> {
    const { store, clock } = this.#deps;
    const rows = store
      .sql<[string, number], { id: string }>(
        `SELECT DISTINCT l.product_id AS id FROM stock_count_close AS k JOIN stock_count_line AS l ON l.close_id = k.id
         WHERE ${ownTerminals('k.terminal_id')} AND k.at >= ? ORDER BY 1`,
      )
      .all(store.terminalId, everything ? 0 : clock.now() - rememberedMs);
    return new Set(rows.map(({ id }) => id));
  }

  #compensate(products: ReadonlySet<string>): void {
    const { store } = this.#deps;
    const due = [...products].filter((id) => {
      const line = ownHoldingLine(this.#deps, id);
      if (line === undefined || uncompensated(this.#deps, line) === 0) return false;
      // The hub may put aside what is on its way; when the log brings it, it is due again.
      return whereIs(this.#deps, line) === 'in the log';
    });
    if (due.length === 0) return;
    store.mutate({ name: 'count.late', kind: 'fact', actor: 'system' }, (m) => compensateLate(m, this.#deps, due));
  }
}
