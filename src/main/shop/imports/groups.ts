import type { Ids } from '@shared/ids';
import type { Mutation, Reads } from '../../store';
import type { RowGroups } from './changes';
import type { ImportRow } from './read-row';

/** Finds brands and categories by name; asked a million times for a few hundred of them. */
export class GroupNames {
  readonly #reads: Reads;
  readonly #found = new Map<string, string>();

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** Undefined for a brand that is not there. */
  brand(name: string): string | undefined {
    return this.#remember(`b${name.toLowerCase()}`, () =>
      this.#reads
        .sql<[string], { id: string }>('SELECT id FROM brand WHERE name = ? COLLATE NOCASE AND deleted_at IS NULL')
        .get(name),
    );
  }

  category(name: string, parent: string | null): string | undefined {
    return this.#remember(`c${parent ?? ''}/${name.toLowerCase()}`, () =>
      this.#reads
        .sql<[string, string | null], { id: string }>(
          'SELECT id FROM category WHERE name = ? COLLATE NOCASE AND parent_id IS ? AND deleted_at IS NULL',
        )
        .get(name, parent),
    );
  }

  /** Nothing that was found holds after a pause: another call may have removed it. */
  forget(): void {
    this.#found.clear();
  }

  #remember(key: string, find: () => { id: string } | undefined): string | undefined {
    const known = this.#found.get(key) ?? find()?.id;
    if (known !== undefined) this.#found.set(key, known);
    return known;
  }
}

/** Ids of what the row names, where they are there already; a path ends where something on it is new. */
export function findGroups(names: GroupNames, row: ImportRow): { groups: RowGroups; complete: boolean } {
  const brandId = row.brand === null ? null : names.brand(row.brand);
  let categoryId: string | null | undefined = null;
  for (const name of row.category) {
    if (categoryId === undefined) break;
    categoryId = names.category(name, categoryId);
  }
  return {
    groups: { brandId: brandId ?? null, categoryId: categoryId ?? null },
    complete: brandId !== undefined && categoryId !== undefined,
  };
}

/** The same inside a mutation: what is not there is made. */
export function makeGroups(m: Mutation, ids: Ids, names: GroupNames, row: ImportRow): RowGroups {
  let brandId = row.brand === null ? null : names.brand(row.brand);
  if (brandId === undefined && row.brand !== null) {
    brandId = ids.next();
    m.put('brand', { id: brandId, name: row.brand, active: 1 });
  }
  let parent: string | null = null;
  for (const name of row.category) {
    let id: string | undefined = names.category(name, parent);
    if (id === undefined) {
      id = ids.next();
      m.put('category', { id, name, parent_id: parent, position: nextPosition(m, parent), active: 1 });
    }
    parent = id;
  }
  return { brandId: brandId ?? null, categoryId: parent };
}

function nextPosition(m: Mutation, parent: string | null): number {
  return (
    m
      .local<[string | null], { position: number }>(
        'SELECT coalesce(max(position) + 1, 0) AS position FROM category WHERE parent_id IS ?',
      )
      .get(parent)?.position ?? 0
  );
}
