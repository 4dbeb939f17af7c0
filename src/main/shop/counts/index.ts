/** Stock-taking: sheets that several people count on at once, their review, and the differences they move. docs/stock.md */
import type { CallName } from '@shared/contract';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { cleanName } from '../text';
import { addEntry, clearEntry, listEntries, scanEntry, setEntry, takeEntry } from './entries';
import { cancelCount, postCount } from './post';
import { countFiguresJob, countReviewJob } from './review';
import { checkScope, countListJob, countSheetJob, describeSheet } from './sheet';

export { LateReview } from './late';
export { countFiguresJob, countReviewJob } from './review';
export { countListJob, countSheetJob } from './sheet';

type Calls = Extract<CallName, `counts.${string}`>;

export function countHandlers(deps: ShopDeps): Handlers<Calls> {
  const { store, ids } = deps;
  return {
    'counts.list': (input) => store.readers.run(countListJob, input),
    'counts.get': (input) => store.readers.run(countSheetJob, input),
    'counts.entries': (input) => listEntries(store, input),

    'counts.begin': ({ name, scope, blind }, context) => {
      const user = actorOf(context);
      const id = ids.next();
      store.mutate({ name: 'count.begin', kind: 'fact', actor: user.staffId }, (m) => {
        if (scope.what === 'category' || scope.what === 'brand') checkScope(store, scope.what, scope.id);
        m.put('stock_count', {
          id,
          name: cleanName(name),
          what: scope.what,
          category_id: scope.what === 'category' ? scope.id : null,
          brand_id: scope.what === 'brand' ? scope.id : null,
          blind: blind ? 1 : 0,
          ...stampOf(m, user, deps.settings()),
        });
      });
      return describeSheet(store, id);
    },

    'counts.scan': (input, context) => scanEntry(deps, actorOf(context), input),
    'counts.add': (input, context) => addEntry(deps, actorOf(context), input),
    'counts.set': (input, context) => setEntry(deps, actorOf(context), input),
    'counts.take': (input, context) => takeEntry(deps, actorOf(context), input),
    'counts.clear': (input, context) => clearEntry(deps, actorOf(context), input),

    'counts.review': (input, context) => store.readers.run(countReviewJob, { ...input, role: actorOf(context).role }),
    'counts.figures': ({ id: countId }, context) =>
      store.readers.run(countFiguresJob, { countId, role: actorOf(context).role }),

    'counts.post': (input, context) => {
      postCount(deps, actorOf(context), input);
      return describeSheet(store, input.id);
    },
    'counts.cancel': ({ id }, context) => {
      cancelCount(deps, actorOf(context), id);
      return describeSheet(store, id);
    },
  };
}
