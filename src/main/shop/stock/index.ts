/** Stock: the sum of its movements. Adjusting it, and looking at how it came to be. */
import { dayOf } from '@shared/clock';
import { AppError } from '@shared/errors';
import { checkUnitDecimals } from '@shared/money';
import { actorOf } from '../actor';
import { watchLevel } from '../alerts';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { refusing } from '../refusals';
import { stockHistory } from './history';
import { stockProduct } from './product';

export { type StockProduct, stockProduct } from './product';

export function stockHandlers(deps: ShopDeps): Handlers<'stock.history' | 'stock.adjust'> {
  const { store, ids } = deps;
  return {
    'stock.history': ({ productId, offset, limit }) => stockHistory(store, productId, offset, limit),

    'stock.adjust': ({ productId, quantity, reason, note }, context) => {
      const { staffId } = actorOf(context);
      const { time_zone } = deps.settings();
      const mutated = store.mutate({ name: 'stock.adjust', kind: 'fact', actor: staffId }, (m) => {
        const product = stockProduct(store, productId);
        if (product.deleted_at !== null) {
          throw new AppError('deleted', `${product.name} is deleted`, { entity: 'product', id: productId });
        }
        if (product.track_stock === 0) {
          throw new AppError('bad_value', `The stock of ${product.name} is not counted`, { field: 'productId' });
        }
        refusing(() => checkUnitDecimals(quantity, product.unit));
        const level = m.move({
          id: ids.next(),
          product_id: productId,
          quantity,
          reason,
          document_type: null,
          document_id: null,
          line_no: null,
          note: note.trim() || null,
          at: m.at,
          day: dayOf(m.at, time_zone),
          staff_id: staffId,
          terminal_id: m.terminalId,
        });
        watchLevel(m, deps, product, level);
        return { stock: level.after };
      });
      return mutated.value;
    },
  };
}
