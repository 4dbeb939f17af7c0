import type { Effect } from '@shared/sync';
import { currentSchema, type Till } from '../till';
import { Violation } from '../world';
import type { Books } from './books';

type Row = Readonly<Record<string, unknown>>;

/** A place in a product's history. */
interface Place {
  readonly at: number;
  readonly id: string;
}
const isBefore = (a: Place, b: Place) => a.at < b.at || (a.at === b.at && a.id < b.id);

interface Received extends Place {
  readonly quantity: number;
  readonly cost: number;
  readonly isReversed: boolean;
}

interface Moved extends Place {
  readonly quantity: number;
  /** Of a purchase or a reversal: they come with it. */
  readonly isBought: boolean;
  readonly isUndone: boolean;
}

/** Who wrote an entry of the log, and where it stands. */
interface Origin {
  readonly seq: number;
  readonly terminal: string;
}

/** All that the cost of one product is made of, by the log alone. */
interface History {
  readonly received: Received[];
  readonly moved: Moved[];
  readonly stated: number | null;
  readonly statedAt: number;
}

/**
 * 29: every office has stated the costs with every purchase and reversal, and what they state is the moving average. A
 * movement that arrives late, dated before a purchase, changes the average and nobody states it before the next purchase;
 * so only those products are held to it whose purchases were posted by tills that knew all that came before them.
 */
export function checkCosts(books: Books, tills: readonly Till[], isHeld: boolean): void {
  const offices = tills.filter((till) => till.schema >= currentSchema && isOffice(till));
  for (const till of offices) {
    const due = till.store
      .sql<[], { id: string }>(
        `SELECT id FROM (SELECT id FROM purchase UNION ALL SELECT id FROM purchase_reversal)
         WHERE id NOT IN (SELECT id FROM purchase_costed)`,
      )
      .get();
    if (due) throw new Violation('29 costs', `till ${till.index} has not stated the costs with ${due.id}`);
  }
  if (offices.length === 0 || isHeld || books.knew === null || books.purchases.length === 0) return;
  const origins = new Origins(books);
  for (const product of books.rows('product')) {
    const id = String(product.id);
    const history = historyOf(books, id);
    if (history.received.length === 0 || !origins.isKnown(books, id, history)) continue;
    const cost = books.recorder.rows.get(`product_cost\n${id}`);
    const shown = cost && cost.deleted === null ? cost.row.cost : null;
    const right = averageOf(history);
    if (shown !== right) throw new Violation('29 costs', `${id} costs ${shown}, by its bills ${right}`);
  }
}

const isOffice = (till: Till) => till.store.replica.state().scopes.includes('office');

function historyOf(books: Books, product: string): History {
  const linesOf = (purchase: Row): Row[] =>
    (Array.isArray(purchase.lines) ? purchase.lines : []).filter((line: Row) => line.product_id === product);
  const received = books.purchases.flatMap((purchase): Received[] => {
    const lines = linesOf(purchase);
    if (lines.length === 0) return [];
    const sum = (field: string) => lines.reduce((total, line) => total + Number(line[field]), 0);
    const id = String(purchase.id);
    const isReversed = books.reversals.has(id);
    return [{ id, at: Number(purchase.at), quantity: sum('stock_quantity'), cost: sum('cost'), isReversed }];
  });
  const moved = books.rows('stock_movement').flatMap((row): Moved[] => {
    if (row.product_id !== product) return [];
    const [bought = ''] = String(row.document_id).split(':');
    const isBought = row.reason === 'purchase' || row.reason === 'purchase_return';
    const isUndone = isBought && books.reversals.has(bought);
    return [{ id: String(row.id), at: Number(row.at), quantity: Number(row.quantity), isBought, isUndone }];
  });
  const cost = books.recorder.rows.get(`product_cost\n${product}`);
  const stated = cost && cost.deleted === null && cost.row.stated !== null ? Number(cost.row.stated) : null;
  return { received, moved, stated, statedAt: Number(cost?.row.stated_at ?? 0) };
}

/** What one piece costs: docs/stock.md, The moving average. A second opinion, in large integers. */
function averageOf({ received, moved, stated, statedAt }: History): number | null {
  const kept = received.filter(({ at, isReversed }) => !isReversed && at > statedAt);
  kept.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  let average = stated === null ? null : { value: BigInt(stated), quantity: 1000n };
  for (const receipt of kept) {
    const level = moved
      .filter((move) => !move.isUndone && isBefore(move, receipt))
      .reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
    const held = level > 0n && average !== null ? level : 0n;
    const value = average === null ? 0n : rounded(held * average.value, average.quantity);
    average = { value: value + BigInt(receipt.cost), quantity: held + BigInt(receipt.quantity) };
  }
  return average && Number(rounded(average.value * 1000n, average.quantity));
}

/** Halves away from zero; nothing here is below it. */
const rounded = (a: bigint, b: bigint): bigint => (2n * a + b) / (2n * b);

/** Where in the log records of stock and costs come from. */
class Origins {
  readonly #puts = new Map<string, Origin>();
  /** When somebody said what a product costs. */
  readonly #stated = new Map<string, Origin[]>();
  /** Products that were deleted for some time: nobody states the cost of one that is gone. */
  readonly #gone = new Set<string>();

  constructor({ recorder }: Books) {
    for (const { seq, terminal, effects } of recorder.entries)
      for (const effect of effects) this.#note({ seq, terminal }, effect);
  }

  #note(origin: Origin, effect: Effect): void {
    const { entity, id, op } = effect;
    if (entity === 'stock_movement' || entity === 'purchase') this.#puts.set(id, origin);
    else if (entity === 'product' && (op === 'del' || op === 'undel')) this.#gone.add(id);
    else if (entity === 'product_cost') {
      const isStated = op === 'put' || (op === 'set' && 'stated' in effect.fields);
      if (isStated) this.#stated.set(id, [...(this.#stated.get(id) ?? []), origin]);
    }
  }

  /** Whether each purchase of a product was posted by a till that knew all that came before it. */
  isKnown({ knew }: Books, product: string, { received, moved }: History): boolean {
    if (this.#gone.has(product)) return false;
    return received.every((receipt) => {
      const cursor = knew?.get(receipt.id);
      const origin = this.#puts.get(receipt.id);
      if (cursor === undefined || origin === undefined) return false;
      const isOld = (other: Origin | undefined) =>
        other !== undefined && (other.seq <= cursor || (other.terminal === origin.terminal && other.seq < origin.seq));
      return (
        moved.every((move) => move.isBought || !isBefore(move, receipt) || isOld(this.#puts.get(move.id))) &&
        (this.#stated.get(product) ?? []).every(isOld)
      );
    });
  }
}
