import type { Category } from '@shared/contract';
import { expect, test } from 'vitest';
import { categoryPaths, categoryTree, withDescendants } from './tree';

const category = (id: string, parentId: string | null): Category => ({
  id,
  name: id,
  parentId,
  position: 0,
  active: true,
  products: 0,
});

const shop = [category('Pav', 'Bread'), category('Bakery', null), category('Bread', 'Bakery'), category('Soap', null)];

test('each category stands below its parent, however they arrive', () => {
  expect(categoryTree(shop).map(({ category: { id }, depth }) => [id, depth])).toEqual([
    ['Bakery', 0],
    ['Bread', 1],
    ['Pav', 2],
    ['Soap', 0],
  ]);
});

test('a path tells two categories of one name apart', () => {
  expect(categoryPaths(shop).map(({ label }) => label)).toContain('Bakery › Bread › Pav');
});

test('a category whose parent was removed stands at the top instead of vanishing', () => {
  expect(categoryTree([category('Pav', 'gone')])).toMatchObject([{ depth: 0, path: 'Pav' }]);
});

test('a category cannot be moved to itself or to anything below it', () => {
  expect([...withDescendants(shop, 'Bakery')].toSorted()).toEqual(['Bakery', 'Bread', 'Pav']);
});
