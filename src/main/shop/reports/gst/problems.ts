import type { GstProblem } from '@shared/contract';
import { addMoney, type Money, ZERO } from '@shared/money';

/** With these the portal takes nothing at all, or a tax would stand in no place. */
const stopping: ReadonlySet<GstProblem['kind']> = new Set<GstProblem['kind']>([
  'shop_gstin',
  'place_unknown',
  'rate_unknown',
]);

/** What is wrong, once for each record that somebody has to put right. */
export class Problems {
  readonly #found = new Map<string, GstProblem>();

  add(kind: GstProblem['kind'], about: GstProblem['about'], amount: Money = ZERO, count = 1): void {
    const key = `${kind} ${about.type} ${about.id}`;
    const has = this.#found.get(key);
    if (has) {
      has.count += count;
      has.amount = addMoney(has.amount, amount);
    } else this.#found.set(key, { kind, stops: stopping.has(kind), about, count, amount });
  }

  /** What stops first; otherwise as it was found. */
  all(): GstProblem[] {
    return [...this.#found.values()].sort((a, b) => Number(b.stops) - Number(a.stops));
  }
}
