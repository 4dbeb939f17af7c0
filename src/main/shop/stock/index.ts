/** Stock: the sum of its movements. Adjusting it, and looking at how it came to be. docs/stock.md */
import { AppError } from '@shared/errors';
import { checkUnitDecimals } from '@shared/money';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { refusing } from '../refusals';
import { cleanText } from '../text';
import { spanOf } from './days';
import { stockHistory } from './history';
import { moveStock } from './move';
import { stockPeriodJob } from './period';
import { stockProduct } from './product';

export { moveStock } from './move';
export { stockPeriodJob } from './period';
export { type StockProduct, stockProduct } from './product';

type Calls = 'stock.history' | 'stock.period' | 'stock.adjust';

export function stockHandlers(deps: ShopDeps): Handlers<Calls> {
  const { store, ids } = deps;
  const span = (days: Parameters<typeof spanOf>[0]) => spanOf(days, deps.settings().time_zone);
  return {
    'stock.history': ({ productId, offset, limit, ...days }) =>
      stockHistory(store, productId, span(days), offset, limit),
    'stock.period': ({ productId, ...days }) => store.readers.run(stockPeriodJob, { productId, ...span(days) }),

    'stock.adjust': ({ productId, quantity, reason, note }, context) => {
      const user = actorOf(context);
      const mutated = store.mutate({ name: 'stock.adjust', kind: 'fact', actor: user.staffId }, (m) => {
        const product = stockProduct(store, productId);
        if (product.deleted_at !== null) {
          throw new AppError('deleted', `${product.name} is deleted`, { entity: 'product', id: productId });
        }
        if (product.track_stock === 0) {
          throw new AppError('bad_value', `The stock of ${product.name} is not counted`, { field: 'productId' });
        }
        refusing(() => checkUnitDecimals(quantity, product.unit));
        const move = { id: ids.next(), quantity, reason, note: cleanText(note) };
        return { stock: moveStock(m, deps, product, move, stampOf(m, user, deps.settings())).after };
      });
      return mutated.value;
    },
  };
}
