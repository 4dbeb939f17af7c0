// @vitest-environment happy-dom
import type { LabelItem, PurchaseLine } from '@shared/contract';
import { money, quantity } from '@shared/money';
import { expect, it } from 'vitest';
import { labelsOfList, labelsOfPurchase } from './bring';

const item = (id: string, fields: Partial<LabelItem> = {}): LabelItem => ({
  id,
  name: id,
  unit: 'PCS',
  price: money(100),
  code: null,
  problem: null,
  ...fields,
});
// proof: labels read no more of a line
const line = (productId: string, unit: string, thousandths: number) =>
  ({ productId, unit, quantity: quantity(thousandths) }) as PurchaseLine;

function answer(answers: Readonly<Record<string, (input: never) => unknown>>): void {
  const call = async (name: string, input: never) => ({ ok: true, value: answers[name]?.(input) });
  Object.defineProperty(window, 'galla', { value: { call }, configurable: true });
}

it('brings a label for each piece that came in: boxes by what is in them, weighed goods one, removed ones none', async () => {
  answer({
    'labels.products': () => [item('tea'), item('dal', { unit: 'KG' }), item('gone', { problem: 'gone' })],
    'catalogue.product': () => ({ units: [{ unit: 'BOX', factor: quantity(12_000) }] }),
  });
  const lines = [
    line('tea', 'PCS', 5_000),
    line('tea', 'BOX', 2_000),
    line('dal', 'KG', 25_500),
    line('dal', 'KG', 10_000),
    line('gone', 'PCS', 3_000),
  ];
  expect(await labelsOfPurchase(lines)).toEqual([
    { productId: 'tea', copies: 29 },
    { productId: 'dal', copies: 1 },
  ]);
});

it('brings one label for each product of a list, page after page, but for those left out', async () => {
  const ids = Array.from({ length: 450 }, (_, index) => `p${index}`);
  answer({
    'catalogue.products': ({ offset, limit }: { offset: number; limit: number }) => ({
      rows: ids.slice(offset, offset + limit).map((id) => ({ id, deleted: id === 'p7' })),
      total: ids.length,
    }),
  });
  const wanted = await labelsOfList({});
  expect(wanted).toHaveLength(449);
  expect(new Set(wanted.map(({ productId }) => productId)).size).toBe(449);
  const some = await labelsOfList({}, ['p0', 'p449']);
  expect(some.map(({ productId }) => productId)).toEqual(
    wanted.map(({ productId }) => productId).filter((id) => id !== 'p0' && id !== 'p449'),
  );
});
