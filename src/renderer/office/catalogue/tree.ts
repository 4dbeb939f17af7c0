import type { Category } from '@shared/contract';

export interface TreeRow {
  readonly category: Category;
  /** 0 at the top. */
  readonly depth: number;
  /** Names from the top down: what tells one "Others" from the next. */
  readonly path: string;
}

/** The categories as a person reads them: each below its parent. One whose parent is gone stands at the top. */
export function categoryTree(categories: readonly Category[]): TreeRow[] {
  const known = new Set(categories.map(({ id }) => id));
  const children = Map.groupBy(categories, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const rows: TreeRow[] = [];
  const walk = (parentId: string | null, depth: number, above: string) => {
    for (const category of children.get(parentId) ?? []) {
      const path = above === '' ? category.name : `${above} › ${category.name}`;
      rows.push({ category, depth, path });
      walk(category.id, depth + 1, path);
    }
  };
  walk(null, 0, '');
  return rows;
}

/** For a select: the whole path, so that it can be searched. */
export const categoryPaths = (categories: readonly Category[]): { value: string; label: string }[] =>
  categoryTree(categories).map(({ category, path }) => ({ value: category.id, label: path }));

/** A category and all below it: where it cannot be moved to. */
export function withDescendants(categories: readonly Category[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const { category } of categoryTree(categories)) {
    if (category.parentId !== null && found.has(category.parentId)) found.add(category.id);
  }
  return found;
}
