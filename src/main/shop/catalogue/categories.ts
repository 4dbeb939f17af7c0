import type { Category } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Reads } from '../../store';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { cleanName } from '../text';
import { refuseUsed } from './groups';

type Calls =
  | 'catalogue.categories'
  | 'catalogue.saveCategory'
  | 'catalogue.removeCategory'
  | 'catalogue.restoreCategory';

interface CategoryRow {
  id: string;
  name: string;
  parent_id: string | null;
  position: number;
  active: 0 | 1;
  deleted_at: number | null;
  products: number;
}

const select = `SELECT c.id, c.name, c.parent_id, c.position, c.active, c.deleted_at,
  (SELECT count(*) FROM product WHERE category_id = c.id AND deleted_at IS NULL) AS products FROM category AS c`;

const toCategory = ({ id, name, parent_id, position, active, products }: CategoryRow): Category => ({
  id,
  name,
  parentId: parent_id,
  position,
  active: active === 1,
  products,
});

export function categoryHandlers({ store, ids }: ShopDeps): Handlers<Calls> {
  return {
    'catalogue.categories': () =>
      store
        .sql<[], CategoryRow>(`${select} WHERE c.deleted_at IS NULL ORDER BY c.position, c.name COLLATE NOCASE`)
        .all()
        .map(toCategory),

    'catalogue.saveCategory': (input, context) => {
      const { staffId: actor } = actorOf(context);
      const { parentId } = input;
      const id = input.id ?? ids.next();
      const fields = { name: cleanName(input.name), parent_id: parentId, active: input.active ? 1 : 0 } as const;
      store.mutate({ name: input.id ? 'category.edit' : 'category.create', kind: 'request', actor }, (m) => {
        if (parentId !== null) refuseBadParent(store, id, parentId);
        refuseSibling(store, fields.name, parentId, id);
        if (input.id) m.set('category', id, fields);
        else m.put('category', { id, ...fields, position: nextPosition(store, parentId) });
      });
      return toCategory(readCategory(store, id));
    },

    'catalogue.removeCategory': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'category.remove', kind: 'request', actor }, (m) => {
        const { products } = readCategory(store, id);
        const children = store
          .sql<[string], { n: number }>('SELECT count(*) AS n FROM category WHERE parent_id = ? AND deleted_at IS NULL')
          .get(id);
        refuseUsed('category', id, { products, categories: children?.n ?? 0 });
        m.del('category', id);
      });
      return null;
    },

    'catalogue.restoreCategory': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'category.restore', kind: 'request', actor }, (m) => {
        const { name, parent_id } = readCategory(store, id);
        refuseSibling(store, name, parent_id, id);
        m.undel('category', id);
        // Its parent may have gone since: it comes back at the top rather than out of sight.
        if (parent_id !== null && readCategory(store, parent_id).deleted_at !== null) {
          m.set('category', id, { parent_id: null });
        }
      });
      return null;
    },
  };
}

/** Removed ones too. @throws AppError `not_found` */
function readCategory(reads: Reads, id: string): CategoryRow {
  const row = reads.sql<[string], CategoryRow>(`${select} WHERE c.id = ?`).get(id);
  if (!row) throw new AppError('not_found', `No category ${id}`, { entity: 'category', id });
  return row;
}

/** @throws AppError `not_found`, `deleted`, `category_cycle` */
function refuseBadParent(reads: Reads, id: string, parentId: string): void {
  if (readCategory(reads, parentId).deleted_at !== null) {
    throw new AppError('deleted', 'The parent is removed', { entity: 'category', id: parentId });
  }
  // UNION, not UNION ALL: ends even if two terminals' edits, each fine by itself, have made a circle.
  const above = reads
    .sql<[string, string], { id: string }>(
      `WITH RECURSIVE above (id) AS (
         SELECT ? UNION SELECT c.parent_id FROM category AS c JOIN above USING (id) WHERE c.parent_id IS NOT NULL
       ) SELECT id FROM above WHERE id = ?`,
    )
    .get(parentId, id);
  if (above) throw new AppError('category_cycle', 'A category cannot lie within itself', { id, parentId });
}

/** The same name is fine in two places of the tree, not twice in one. @throws AppError `already_exists` */
function refuseSibling(reads: Reads, name: string, parentId: string | null, self: string): void {
  const sibling = reads
    .sql<[string, string | null, string], { id: string }>(
      `SELECT id FROM category WHERE name = ? COLLATE NOCASE AND parent_id IS ? AND id <> ? AND deleted_at IS NULL`,
    )
    .get(name, parentId, self);
  if (sibling) {
    throw new AppError('already_exists', `There is a ${name} already`, { entity: 'category', name, id: sibling.id });
  }
}

function nextPosition(reads: Reads, parentId: string | null): number {
  const last = reads
    .sql<[string | null], { position: number }>(
      'SELECT coalesce(max(position) + 1, 0) AS position FROM category WHERE parent_id IS ?',
    )
    .get(parentId);
  return last?.position ?? 0;
}
