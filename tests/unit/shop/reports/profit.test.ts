import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundShop, openCounter } from '../../../support/counter';
import { openReports } from '../../../support/reports';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const [soap, rice, gift, dear] = ['1', '2', '3', '4'].map((n) => `00000000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
]; // proof: four of them

it('profit is sales before tax less today’s cost, below nothing where goods cost more; an unknown cost is said, not guessed', async () => {
  const store = shop.open();
  foundShop(store, {
    products: [
      { id: soap, name: 'Soap', price: money(118_00), tax_class_id: 'gst18' },
      { id: rice, name: 'Rice', price: money(40_00), unit: 'KG' },
      { id: gift, name: 'Gift', price: money(15_00) },
      { id: dear, name: 'Dear', price: money(10_00) },
    ],
  });
  store.mutate({ name: 'test.costs', kind: 'request', actor: 'test' }, (m) => {
    m.put('product_cost', { id: soap, cost: money(70_00), stated: money(70_00), stated_at: 0 });
    m.put('product_cost', { id: rice, cost: money(31_25), stated: money(31_25), stated_at: 0 });
    m.put('product_cost', { id: dear, cost: money(12_00), stated: money(12_00), stated_at: 0 });
  });
  const counter = openCounter(store);
  counter.add(soap, 3000);
  counter.add(rice, 1505);
  counter.add(gift, 2000);
  counter.add(dear, 1000);
  const { billId } = counter.pay();
  counter.giveBack(billId, [[1, 1000]]);
  const { read, desk } = openReports(store);
  const { rows, totals } = await read({ report: 'profit' });
  const { today, yesterday } = await desk.dashboard();
  desk.close();
  const of = (id: string) => rows.find((row) => row.id === id);
  // Two of them are left: 200.00 before tax, 140.00 of cost.
  expect(of(soap)).toMatchObject({
    quantity: 2000,
    taxable: 200_00,
    goodsCost: 140_00,
    profit: 60_00,
    margin: 300_000,
  });
  // 1.505 kg: 60.20, and 47.03125 of cost.
  expect(of(rice)).toMatchObject({ taxable: 60_20, goodsCost: 47_03, profit: 13_17, uncosted: 0 });
  expect(of(gift)).toMatchObject({ taxable: 30_00, goodsCost: null, profit: null, margin: null, uncosted: 30_00 });
  expect(of(dear)).toMatchObject({ profit: -2_00, margin: -200_000 });
  expect(totals).toMatchObject({ taxable: 300_20, goodsCost: 199_03, profit: 71_17, uncosted: 30_00 });
  expect(today).toMatchObject({ profit: 71_17, uncosted: 30_00 });
  expect(yesterday).toMatchObject({ profit: 0, uncosted: 0 });
});

it('by product, what the bills were rounded by stands below the sum, and with it the lines are net sales', async () => {
  const store = shop.open();
  foundShop(store, {
    settings: { round_off_unit: money(100) },
    products: [{ id: soap, name: 'Soap', price: money(10_40) }],
  });
  const counter = openCounter(store);
  counter.add(soap, 1000);
  counter.pay();
  const { read, desk } = openReports(store);
  const days = await read({ report: 'days' });
  const products = await read({ report: 'products' });
  const customers = await read({ report: 'customers' });
  desk.close();
  expect(days.totals).toMatchObject({ roundOff: -40, net: 10_00 });
  expect(products).toMatchObject({ totals: { total: 10_40 }, roundOff: -40 });
  expect(customers.roundOff).toBeNull();
});

describe('the profit of a day on the dashboard', () => {
  const hour = 3_600_000;

  /** Soap is 100.00 before tax and costs 70.00. */
  function soapShop() {
    const store = shop.open();
    foundShop(store, { products: [{ id: soap, name: 'Soap', price: money(118_00), tax_class_id: 'gst18' }] });
    store.mutate({ name: 'test.costs', kind: 'request', actor: 'test' }, (m) => {
      m.put('product_cost', { id: soap, cost: money(70_00), stated: money(70_00), stated_at: 0 });
    });
    const counter = openCounter(store);
    const sell = () => {
      counter.add(soap, 1000);
      return counter.pay().billId;
    };
    const dashboard = async () => {
      const { desk } = openReports(store);
      const answer = await desk.dashboard();
      desk.close();
      return answer;
    };
    return { counter, sell, dashboard };
  }

  it('compares another day only up to the same time: what was earned later that day is left out', async () => {
    const { sell, dashboard } = soapShop();
    sell();
    shop.clock.advance(3 * hour);
    sell();
    shop.clock.advance(22 * hour);
    const early = await dashboard();
    expect(early.today).toMatchObject({ profit: 0, bills: 0 });
    expect(early.yesterday).toMatchObject({ profit: 30_00, net: 118_00, bills: 1 });
    shop.clock.advance(2 * hour);
    expect((await dashboard()).yesterday).toMatchObject({ profit: 60_00, net: 236_00, bills: 2 });
  });

  it('a void takes back what its bill had earned', async () => {
    const { counter, sell, dashboard } = soapShop();
    sell();
    const wrong = sell();
    expect((await dashboard()).today.profit).toBe(60_00);
    counter.voidBill(wrong);
    expect((await dashboard()).today).toMatchObject({ profit: 30_00, uncosted: 0, net: 118_00 });
  });
});
