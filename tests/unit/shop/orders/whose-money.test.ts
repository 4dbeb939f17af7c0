import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cakeShop, openCakeShop } from '../../../support/orders';
import { refusal } from '../../../support/refusal';

const { bread, ravi, farah, id, paymentId } = cakeShop;
const shiftId = '00000000-0000-7000-8000-00000000d001';

let at: Awaited<ReturnType<typeof openCakeShop>>;
beforeEach(async () => {
  at = await openCakeShop();
});
afterEach(() => at.shop.dispose());

describe('whose advance it is', () => {
  it('what X has paid pays no bill of an order that is nobody’s by now, and X still has it', () => {
    const { till, asked, cash, pay, customer, elsewhere } = at;
    till.call('orders.create', asked({ customerId: null, advance: cash(20_000) }));
    // Another till that knew nothing of it has changed the phone, and its customer wins.
    elsewhere({ customer_id: null, name: 'Ravi', phone: '98200 33333' });
    expect(till.call('orders.get', { id })).toMatchObject({
      advance: 0,
      toPay: 60_000,
      payment: 'unpaid',
      paidByOthers: [{ customerId: ravi, name: 'Ravi', amount: 20_000 }],
    });
    expect(till.call('orders.toBill', { id }).totals).toMatchObject({ advance: 0, toPay: 60_000 });
    const { billId } = pay();
    expect(till.call('sales.bill', { id: billId }).payments).toMatchObject([{ method: 'cash', amount: 60_000 }]);
    expect(customer()).toMatchObject({ balance: -20_000, storeCredit: 20_000 });
  });

  it('nor that of an order that is somebody else’s; cancelling it gives that other’s money to nobody', () => {
    const { till, asked, cash, customer, elsewhere } = at;
    till.call('orders.create', asked({ advance: cash(20_000) }));
    elsewhere({ customer_id: farah, name: 'Farah', phone: null });
    till.call('orders.receive', { id, ...cash(5_000), paymentId: paymentId.replace('e001', 'e002') });
    expect(till.call('orders.get', { id }).advance).toBe(5_000);
    till.call('shift.open', { shiftId, float: 100_000 });
    till.call('orders.cancel', { id, reason: 'x', advance: 'refund', paid: 5_000 });
    expect([customer(farah).balance, customer(ravi).balance]).toEqual([0, -20_000]);
  });

  it('holds the bill to its customer, whoever took it and when', () => {
    const { till, asked, cash, pay, customer } = at;
    till.call('orders.create', asked({ advance: cash(20_000) }));
    till.call('orders.toBill', { id });
    for (const customerId of [farah, null]) {
      expect(refusal(() => till.call('sales.setCustomer', { customerId }))).toBe('order_customer');
    }
    expect(till.call('sales.cart', {}).totals.advance).toBe(20_000);
    pay();
    expect(customer().balance).toBe(0);
  });

  it('the first advance taken while the bill is open as nobody’s: the bill is refused until it is the customer’s', () => {
    const { till, asked, cash, pay, customer } = at;
    till.call('orders.create', asked({ customerId: null }));
    till.call('orders.toBill', { id });
    till.call('orders.receive', { id, ...cash(20_000) });
    expect(refusal(() => pay())).toBe('order_customer');
    expect(refusal(() => till.call('sales.setCustomer', { customerId: farah }))).toBe('order_customer');
    expect(till.call('sales.setCustomer', { customerId: ravi }).totals).toMatchObject({
      advance: 20_000,
      toPay: 40_000,
    });
    pay();
    expect(customer().balance).toBe(0);
  });

  it('without an advance the bill is anybody’s', () => {
    const { till, asked, pay } = at;
    till.call('orders.create', asked());
    till.call('orders.toBill', { id });
    till.call('sales.setCustomer', { customerId: farah });
    expect(pay()).toMatchObject({ paid: 60_000 });
  });
});

describe('an advance pays its order and nothing else', () => {
  const owe = (amount: number) =>
    at.till.call('customerKhata.adjust', { entryId: shiftId, id: ravi, amount, reason: 'paper book' });

  it('a debt stays as old and as large as it was, and paying it is no overpayment', () => {
    const { till, shop, asked, cash } = at;
    owe(50_000);
    shop.clock.advance(40 * 86_400_000);
    till.call('orders.create', asked({ advance: cash(60_000) }));
    const late = { overdue: 50_000, oldestDue: '2026-12-21', ages: [0, 50_000, 0, 0, 0] };
    expect(till.call('customerKhata.summary', { id: ravi })).toMatchObject({ balance: -10_000, ...late });
    const due = { paymentId: paymentId.replace('e001', 'e009'), customerId: ravi, method: 'upi' as const };
    expect(refusal(() => till.call('customers.receive', { ...due, amount: 50_001 }))).toBe('overpaid');
    till.call('customers.receive', { ...due, amount: 50_000 });
    expect(till.call('customers.get', { id: ravi })).toMatchObject({ dues: [], storeCredit: 0 });
  });

  it('who owes for long is on the list although more was paid ahead', async () => {
    const { till, shop, asked, cash } = at;
    owe(50_000);
    shop.clock.advance(40 * 86_400_000);
    till.call('orders.create', asked({ advance: cash(60_000) }));
    const { rows } = await till.later('customers.accounts', { only: 'overdue', limit: 5 });
    expect(rows).toMatchObject([{ id: ravi, overdue: 50_000 }]);
  });

  it('with the bill it settles that bill, and the old debt is still the old debt', () => {
    const { till, shop, asked, cash, pay } = at;
    owe(50_000);
    shop.clock.advance(40 * 86_400_000);
    till.call('orders.create', asked({ advance: cash(20_000) }));
    till.call('orders.toBill', { id });
    pay();
    expect(till.call('customerKhata.summary', { id: ravi })).toMatchObject({ balance: 50_000, overdue: 50_000 });
  });

  it('goods bought on account that come back lower what is owed for them: no cash goes out that never came in', () => {
    const { till, asked, cash, pay, customer } = at;
    const { cart } = till.call('sales.addLine', { productId: bread, quantity: 10_000 });
    till.call('sales.setCustomer', { customerId: ravi });
    const { billId } = pay('on_account');
    expect(cart.totals.total).toBe(40_000);
    till.call('orders.create', asked({ advance: cash(40_000) }));
    till.call('shift.open', { shiftId, float: 100_000 });
    till.call('sales.return', {
      returnId: paymentId.replace('e001', 'f001'),
      billId,
      lines: [{ lineNo: 1, quantity: 10_000 }],
      reason: 'stale',
      refund: 'cash',
    });
    expect(till.call('shift.report', { shiftId })).toMatchObject({ expected: 100_000 });
    expect(customer()).toMatchObject({ balance: -40_000, storeCredit: 0 });
  });

  it('it raises no credit limit', () => {
    const { till, asked, cash, pay } = at;
    till.call('orders.create', asked({ advance: cash(60_000) }));
    till.call('sales.addLine', { productId: bread, quantity: 30_000 });
    till.call('sales.setCustomer', { customerId: ravi });
    expect(refusal(() => pay('on_account'))).toBe('credit_limit');
    expect(till.call('customerKhata.summary', { id: ravi }).creditLeft).toBe(100_000);
  });

  it('of its own bill it is set free: what is on account is all that counts against the limit', () => {
    const { till, asked, cash, edit, line, pay, store } = at;
    till.call('orders.create', asked({ advance: cash(20_000) }));
    edit({ lines: [line(cakeShop.cake, 60_000, 2_000)] });
    till.call('orders.toBill', { id });
    // 1200 − 200 = 1000, which is the limit.
    expect(pay('on_account')).toMatchObject({ due: 100_000 });
    store.mutate({ name: 'test', kind: 'request', actor: 'test' }, (m) =>
      m.set('customer', ravi, { credit_limit: money(0) }),
    );
    expect(till.call('customerKhata.summary', { id: ravi })).toMatchObject({ creditLeft: -100_000 });
  });
});

it('cancelling speaks of the money that was seen: what another till has taken meanwhile is not given back unasked', () => {
  const { till, asked, cash, customer } = at;
  till.call('orders.create', asked());
  till.call('orders.receive', { id, ...cash(20_000) });
  const cancel = { id, reason: 'x', advance: 'refund' as const };
  expect(refusal(() => till.call('orders.cancel', { ...cancel, paid: 0 }))).toBe('order_advance');
  expect([till.call('orders.get', { id }).stage, customer().balance]).toEqual(['placed', -20_000]);
});
