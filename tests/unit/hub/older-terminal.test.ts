import { expect, it } from 'vitest';
import { productRow, saleRows } from '../../support/sale-rows';
import { makeHub } from './support';

const without = (row: object, ...fields: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
const put = (entity: string, row: Readonly<Record<string, unknown>>) => ({ op: 'put', entity, id: row.id, row });

const { bill, movements, payment, cash } = saleRows('b', 'A-1', ['p']);
/** A sale as a version before the registry's third wrote it. */
const oldSale = [
  put('bill', {
    ...without(bill, 'cart_id'),
    lines: bill.lines.map((line) => without(line, 'list_price')),
  }),
  put('payment', without(payment, 'void_id')),
  put('cashbook_entry', { ...cash }),
  ...movements.map((movement) => put('stock_movement', { ...movement })),
];

async function hubWithTill() {
  const { hub, dial, store } = makeHub();
  await hub.enrol({ id: 't', series: 'A' });
  await hub.enrol({ id: 'u', series: 'B' });
  const sayAs = async (terminal: string) => {
    const line = dial();
    await line.greet(terminal);
    return async (mid: number, kind: 'fact' | 'request', operations: readonly object[]) => {
      const mutation = { mid, name: 'n', kind, actor: 'system', at: 0, ops: JSON.stringify(operations) };
      await line.say({ t: 'push', session: terminal, fence: line.fence, mutations: [mutation] });
      return line.last('ack')?.outcomes.at(-1)?.outcome.status;
    };
  };
  return { store, sayAs };
}

it('takes the sale of a terminal that does not know the newest fields, with what they were before', async () => {
  const { store, sayAs } = await hubWithTill();
  const say = await sayAs('t');
  expect(await say(1, 'request', [put('product', { ...productRow('p') })])).toBe('ok');
  expect(await say(2, 'fact', oldSale)).toBe('ok');
  const [sold] = await store.all('bill');
  expect(sold?.row).toMatchObject({ cart_id: null, lines: [{ list_price: bill.lines[0]?.unit_price }] });
  expect((await store.all('payment'))[0]?.row).toMatchObject({ void_id: null });
});

it('knows the same sale again, whichever version wrote it', async () => {
  const { store, sayAs } = await hubWithTill();
  const say = await sayAs('t');
  await say(1, 'request', [put('product', { ...productRow('p') })]);
  await say(2, 'fact', oldSale);
  const sayAgain = await sayAs('u');
  expect(await sayAgain(1, 'fact', oldSale)).toBe('ok');
  expect(await store.quarantined()).toEqual([]);
  expect(await store.all('bill')).toHaveLength(1);
});

it('still puts aside a sale that lacks what every version has', async () => {
  const { store, sayAs } = await hubWithTill();
  const say = await sayAs('t');
  expect(await say(1, 'fact', [put('cashbook_entry', without(cash, 'amount'))])).toBe('quarantined');
  expect((await store.quarantined())[0]?.code).toBe('bad_value');
});
