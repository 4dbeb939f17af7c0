import type { Brand } from '@shared/contract';
import { AppError } from '@shared/errors';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { cleanName } from '../text';
import { refuseNamesake, refuseUsed } from './groups';

type Calls = 'catalogue.brands' | 'catalogue.saveBrand' | 'catalogue.removeBrand' | 'catalogue.restoreBrand';

const select = `SELECT b.id, b.name, b.active, b.deleted_at,
  (SELECT count(*) FROM product WHERE brand_id = b.id AND deleted_at IS NULL) AS products FROM brand AS b`;

interface BrandRow {
  id: string;
  name: string;
  active: 0 | 1;
  deleted_at: number | null;
  products: number;
}

const toBrand = ({ id, name, active, products }: BrandRow): Brand => ({ id, name, active: active === 1, products });

export function brandHandlers({ store, ids }: ShopDeps): Handlers<Calls> {
  const read = (id: string): BrandRow => {
    const row = store.sql<[string], BrandRow>(`${select} WHERE b.id = ?`).get(id);
    if (!row) throw new AppError('not_found', `No brand ${id}`, { entity: 'brand', id });
    return row;
  };

  return {
    'catalogue.brands': () =>
      store.sql<[], BrandRow>(`${select} WHERE b.deleted_at IS NULL ORDER BY b.name COLLATE NOCASE`).all().map(toBrand),

    'catalogue.saveBrand': (input, context) => {
      const { staffId: actor } = actorOf(context);
      const id = input.id ?? ids.next();
      const fields = { name: cleanName(input.name), active: input.active ? 1 : 0 } as const;
      store.mutate({ name: input.id ? 'brand.edit' : 'brand.create', kind: 'request', actor }, (m) => {
        refuseNamesake(store, 'brand', fields.name, id);
        if (input.id) m.set('brand', id, fields);
        else m.put('brand', { id, ...fields });
      });
      return toBrand(read(id));
    },

    'catalogue.removeBrand': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'brand.remove', kind: 'request', actor }, (m) => {
        refuseUsed('brand', id, { products: read(id).products });
        m.del('brand', id);
      });
      return null;
    },

    'catalogue.restoreBrand': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'brand.restore', kind: 'request', actor }, (m) => {
        refuseNamesake(store, 'brand', read(id).name, id);
        m.undel('brand', id);
      });
      return null;
    },
  };
}
