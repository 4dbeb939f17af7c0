/** Goods received: drafts of supplier's bills, posting them, taking them back. docs/stock.md */
import type { CallName } from '@shared/contract';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { DraftDesk } from './draft';
import { orderText } from './order-text';
import { postPurchase } from './post';
import { listPurchases, purchaseListJob, readPurchase } from './read';
import { reorderGroupsJob, reorderJob } from './reorder';
import { reversePurchase } from './reverse';

export { type Average, averageCost, knownCost, unitCost } from './average';
export { purchaseListJob } from './read';
export { reorderGroupsJob, reorderJob, reorderLines } from './reorder';
export { CostReview } from './review';
export { firstInFirstOut, type Valued, valueStock } from './valuation';

type Calls = Extract<CallName, `purchases.${string}`>;

export function purchaseHandlers(deps: ShopDeps): Handlers<Calls> {
  const { store, clock } = deps;
  const desk = new DraftDesk(deps);
  return {
    'purchases.list': (input) =>
      input.text?.trim() ? store.readers.run(purchaseListJob, input) : listPurchases(store, input),
    'purchases.get': ({ id }) => readPurchase(store, id),
    'purchases.drafts': () => desk.list(),
    'purchases.draft': ({ id }) => desk.read(id),
    'purchases.newLine': ({ productId }) => desk.newLine(productId),
    'purchases.reorder': (input) => store.readers.run(reorderJob, { ...input, now: clock.now() }),
    'purchases.reorderGroups': () => store.readers.run(reorderGroupsJob, { now: clock.now() }),
    'purchases.orderText': (input) => orderText(deps, input),
    'purchases.begin': (input, context) => desk.begin(actorOf(context).staffId, input),
    'purchases.saveDraft': (input, context) => {
      // A draft that was posted or dropped at another window does not come back.
      desk.content(input.id);
      desk.save(actorOf(context).staffId, input);
      return desk.read(input.id);
    },
    'purchases.dropDraft': ({ id }) => {
      desk.drop(id);
      return null;
    },
    'purchases.post': ({ draftId }, context) =>
      readPurchase(store, postPurchase(deps, desk, actorOf(context), draftId)),
    'purchases.reverse': (input, context) => {
      reversePurchase(deps, actorOf(context), input);
      return readPurchase(store, input.id);
    },
  };
}
