import { customerRow, productRow, saleRows } from '../support/sale-rows.ts';
import type { Chance } from './random.ts';
import { nastyValue, spoilValue } from './spoil.ts';

type Operation = Readonly<Record<string, unknown>>;
type Make = (chance: Chance, id: (kind: string) => string) => Operation[];

const put = (entity: string, row: { readonly id: string; readonly [field: string]: unknown }): Operation => ({
  op: 'put',
  entity,
  id: row.id,
  row: { ...row },
});

/** What terminals of a shop really do, over a small pool of records so that they meet. */
const deeds: readonly Make[] = [
  (_, id) => [put('brand', { id: id('brand'), name: 'B', active: 1 })],
  (_, id) => [put('category', { id: id('category'), name: 'C', parent_id: null, position: 0, active: 1 })],
  (_, id) => [put('product', productRow(id('product')))],
  (_, id) => [put('customer', customerRow(id('customer')))],
  (chance, id) => [
    {
      op: 'set',
      entity: 'product',
      id: id('product'),
      fields: { name: `P ${chance.below(99)}`, brand_id: chance.is(0.5) ? id('brand') : null },
      base: { name: chance.below(50) },
    },
  ],
  (chance, id) => [
    { op: 'set', entity: 'brand', id: id('brand'), fields: { name: `B ${chance.below(99)}` }, base: {} },
  ],
  (_, id) => [{ op: 'del', entity: 'product', id: id('product') }],
  (chance, id) => [{ op: 'undel', entity: 'product', id: id('product'), base: chance.below(50) }],
  (chance, id) => {
    const bill = id('bill');
    const { bill: row, movements, payment, cash } = saleRows(bill, `F/${bill}`, [id('product')]);
    return [
      put('bill', { ...row, series: bill, sequence: 1 + chance.below(2) }),
      ...movements.map((movement) => put('stock_movement', movement)),
      put('payment', payment),
      put('cashbook_entry', cash),
    ];
  },
];

/** Operations of one mutation, sometimes about what there is not, sometimes wrong in one place. */
export function operations(chance: Chance): string {
  const id = (kind: string) => `${kind}-${chance.below(200)}`;
  const made: unknown[] = chance.pick(deeds)(chance, id);
  if (chance.is(0.1)) made.push({ ...chance.pick(deeds)(chance, id)[0], entity: chance.pick(strangeEntities) });
  if (chance.is(0.1)) made.push(withUnknownField(chance, id));
  if (chance.is(0.01)) return String(nastyValue(chance));
  if (chance.is(0.1)) return JSON.stringify(spoilValue(chance, made));
  return JSON.stringify(chance.is(0.2) ? made.map((operation) => withStrangeValue(chance, operation)) : made);
}

/** In its right form, but a field has a value that it cannot have. */
function withStrangeValue(chance: Chance, operation: unknown): unknown {
  if (typeof operation !== 'object' || operation === null) return operation;
  const [part, values] = Object.entries(operation).find(([name]) => name === 'row' || name === 'fields') ?? [];
  return part === undefined ? operation : { ...operation, [part]: spoilValue(chance, values) };
}

const strangeEntities = ['__proto__', 'constructor', 'terminal_', 'outbox', 'sqlite_schema', 'loyalty_card', 'hub', ''];

const withUnknownField = (chance: Chance, id: (kind: string) => string): Operation => ({
  op: 'set',
  entity: 'brand',
  id: id('brand'),
  fields: { [chance.pick(['colour', '__proto__', 'toString', 'naïve'])]: nastyValue(chance) },
  base: {},
});
