import { AppError, type ErrorParams } from '@shared/errors';
import { money } from '@shared/money';
import type { Role } from '@shared/roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approvalLastsMs } from '../../../../src/main/shop/approvals';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { type DayCounter, dayPins, openDay, personOf, staffUp } from '../../../support/day';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const soap = '00000000-0000-7000-8000-00000000a001';
const meera = '00000000-0000-7000-8000-00000000c001';
const drawer = '00000000-0000-7000-8000-00000000d001';

let shop: TestShop;
let store: Store;
let counter: DayCounter;
beforeEach(async () => {
  shop = makeTestShop();
  store = shop.open();
  foundShop(store, {
    products: [{ id: soap, price: money(10_000), mrp: money(12_000) }],
    customers: [{ id: meera, credit_limit: money(15_000) }],
    settings: { cashier_returns: 0 },
  });
  await staffUp(store);
  counter = openDay(store);
});
afterEach(() => shop.dispose());

interface Need {
  readonly action: 'discount' | 'price' | 'void' | 'return' | 'credit_limit' | 'drawer';
  readonly subject: string;
  readonly value: number;
}

function refused(work: () => unknown): { code: string; params: ErrorParams } {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('It was not refused');
}

const needOf = ({ action, subject, value }: ErrorParams): Need => ({
  action: action as Need['action'], // proof: the refusal names one of the actions
  subject: String(subject),
  value: Number(value),
});

const tokenFor = async (need: Need, by: 'owner' | 'manager' = 'manager') =>
  (await counter.later('cashier', 'staff.approve', { staffId: personOf(by), pin: dayPins[by], ...need })).approval;

const approvals = () =>
  store.sql('SELECT action, approver_id, staff_id, document_type, document_id FROM approval ORDER BY at, id').all();

const fill = (quantity = 1000) => counter.call('cashier', 'sales.addLine', { productId: soap, quantity }).cart;
const sell = () => {
  const { id: cartId, revision, totals } = fill();
  const payments = [{ method: 'cash' as const, amount: totals.cashDue }];
  return counter.call('cashier', 'sales.complete', { cartId, revision, payments });
};

/** Each guarded thing that a cashier does: what comes before, and the act itself with the tokens it is given. */
const acts: readonly (readonly [Need['action'], (role: Role) => (token?: string) => unknown])[] = [
  [
    'discount',
    (role) => {
      fill();
      return (approval) =>
        counter.call(role, 'sales.setDiscount', { lineNo: 1, discount: { percent: 250_000 }, approval });
    },
  ],
  [
    'price',
    (role) => {
      fill();
      return (approval) => counter.call(role, 'sales.setPrice', { lineNo: 1, price: 9_000, approval });
    },
  ],
  [
    'void',
    (role) => {
      const { billId } = sell();
      return (approval) => counter.call(role, 'sales.void', { billId, reason: 'wrong goods', approval });
    },
  ],
  [
    'return',
    (role) => {
      const { billId } = sell();
      const returnId = shop.ids.next();
      const lines = [{ lineNo: 1, quantity: 1000 }];
      return (approval) =>
        counter.call(role, 'sales.return', { returnId, billId, lines, reason: 'torn', refund: 'cash', approval });
    },
  ],
  [
    'credit_limit',
    (role) => {
      fill(2000);
      const { id: cartId, revision } = counter.call('cashier', 'sales.setCustomer', { customerId: meera });
      const payments = [{ method: 'on_account' as const, amount: 20_000 }];
      return (token) =>
        counter.call(role, 'sales.complete', {
          cartId,
          revision,
          payments,
          confirm: role === 'cashier' ? [] : ['credit_limit'],
          approvals: token === undefined ? [] : [token],
        });
    },
  ],
  [
    'drawer',
    (role) => (approval) => counter.call(role, 'drawer.open', { openingId: drawer, reason: 'change', approval }),
  ],
];

describe.each(acts)('%s', (action, prepare) => {
  it('is done by a manager without asking anybody', () => {
    prepare('manager')();
    expect(approvals()).toEqual([]);
  });

  it('asks a cashier for an approval, and with it is done and on record', async () => {
    const act = prepare('cashier');
    const { code, params } = refused(act);
    expect(code).toBe('approval_required');
    expect(params.action).toBe(action);
    act(await tokenFor(needOf(params)));
    expect(approvals()).toMatchObject([{ action, approver_id: personOf('manager'), staff_id: personOf('cashier') }]);
  });

  it('is refused for a token of something else, of another amount, one that is over, or none at all', async () => {
    const act = prepare('cashier');
    const need = needOf(refused(act).params);
    for (const other of [
      { ...need, subject: shop.ids.next() },
      { ...need, value: need.value + 1 },
      { ...need, action: action === 'void' ? ('price' as const) : ('void' as const) },
    ]) {
      const token = await tokenFor(other, 'owner');
      expect(refused(() => act(token))).toMatchObject({ code: 'approval_invalid', params: { reason: 'other' } });
    }
    expect(refused(() => act('0'.repeat(32)))).toMatchObject({ params: { reason: 'unknown' } });
    const late = await tokenFor(need);
    shop.clock.advance(approvalLastsMs);
    expect(refused(() => act(late))).toMatchObject({ code: 'approval_invalid', params: { reason: 'expired' } });
    expect(approvals()).toEqual([]);
  });
});

describe('what is to be allowed', () => {
  it('is told with the product, and the price before and after', () => {
    fill();
    const price = () => counter.call('cashier', 'sales.setPrice', { lineNo: 1, price: 9_000 });
    expect(refused(price).params).toMatchObject({ product: expect.any(String), before: 10_000, value: 9_000 });
    const discount = { percent: 250_000 };
    const ofLine = () => counter.call('cashier', 'sales.setDiscount', { lineNo: 1, discount });
    expect(refused(ofLine).params).toMatchObject({ product: expect.any(String), before: 10_000, after: 7_500 });
    const ofBill = refused(() => counter.call('cashier', 'sales.setDiscount', { discount })).params;
    expect(ofBill).toMatchObject({ before: 10_000, after: 7_500 });
    expect(ofBill).not.toHaveProperty('product');
  });

  it('counts the small discounts of lines beside that of the bill', () => {
    fill();
    counter.call('cashier', 'sales.setDiscount', { lineNo: 1, discount: { percent: 50_000 } });
    const both = () => counter.call('cashier', 'sales.setDiscount', { discount: { amount: 950 } });
    expect(refused(both).params).toMatchObject({ value: 145_000, before: 10_000, after: 8_550 });
  });

  it('is told with the reason of a drawer that opens', () => {
    const open = () => counter.call('cashier', 'drawer.open', { openingId: drawer, reason: 'Change for a note' });
    expect(refused(open).params).toMatchObject({ reason: 'Change for a note' });
  });
});

describe('an approval', () => {
  it('is good once', async () => {
    const first = sell();
    const second = sell();
    const need: Need = { action: 'void', subject: first.billId, value: first.total };
    const token = await tokenFor(need);
    counter.call('cashier', 'sales.void', { billId: first.billId, reason: 'wrong', approval: token });
    const again = { billId: second.billId, reason: 'wrong', approval: token };
    expect(refused(() => counter.call('cashier', 'sales.void', again))).toMatchObject({
      code: 'approval_invalid',
      params: { reason: 'unknown' },
    });
  });

  it('is not used up by what was refused for another reason', async () => {
    const { id: cartId, revision } = fill(2000);
    counter.call('cashier', 'sales.setCustomer', { customerId: meera });
    const token = await tokenFor({ action: 'credit_limit', subject: cartId, value: 20_000 });
    const payments = [{ method: 'on_account' as const, amount: 20_000 }];
    const pay = (at: number) =>
      counter.call('cashier', 'sales.complete', { cartId, revision: at, payments, approvals: [token] });
    expect(refused(() => pay(revision)).code).toBe('cart_changed');
    expect(pay(revision + 1).due).toBe(20_000);
  });

  it('is for the person who asked', async () => {
    const { billId, total } = sell();
    const token = await tokenFor({ action: 'void', subject: billId, value: total });
    const other: Role = 'stock_keeper';
    const act = () => counter.call(other, 'sales.void', { billId, reason: 'wrong', approval: token });
    expect(refused(act)).toMatchObject({ code: 'approval_invalid' });
  });

  it('is worth nothing once the approver may no longer give it', async () => {
    const { billId, total } = sell();
    const token = await tokenFor({ action: 'void', subject: billId, value: total });
    store.mutate({ name: 'test', kind: 'request', actor: 'test' }, (m) => {
      m.set('staff', personOf('manager'), { role: 'cashier' });
    });
    const act = () => counter.call('cashier', 'sales.void', { billId, reason: 'wrong', approval: token });
    expect(refused(act).code).toBe('approval_invalid');
  });

  it('is not given by somebody who may not do it, nor beyond their own limit', async () => {
    const ask = (staffId: string, pin: string, need: Need) =>
      counter.later('cashier', 'staff.approve', { staffId, pin, ...need }).catch((error: AppError) => error.code);
    const discount: Need = { action: 'discount', subject: shop.ids.next(), value: 500_000 };
    expect(await ask(personOf('cashier'), dayPins.cashier, { ...discount, action: 'void' })).toBe('not_allowed');
    expect(await ask(personOf('manager'), dayPins.manager, discount)).toBe('discount_limit');
    const who = (value: number) => counter.call('cashier', 'staff.approvers', { action: 'discount', value });
    expect(who(500_000).map(({ role }) => role)).toEqual(['owner', 'owner']);
    expect(who(300_000).map(({ role }) => role)).toContain('manager');
  });

  it('is locked by wrong PINs, which count with those of the lock screen', async () => {
    const wrong = { staffId: personOf('manager'), pin: '4000', action: 'drawer' as const, subject: drawer, value: 0 };
    const guess = () => counter.later('cashier', 'staff.approve', wrong).catch((error: AppError) => error.code);
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n++) codes.push(await guess());
    expect(codes).toEqual([...Array(4).fill('wrong_pin'), 'locked_out', 'locked_out']);
    const right = { ...wrong, pin: dayPins.manager };
    expect(await counter.later('cashier', 'staff.approve', right).catch((error: AppError) => error.code)).toBe(
      'locked_out',
    );
    shop.clock.advance(30_000);
    expect(await counter.later('cashier', 'staff.approve', right)).toHaveProperty('approval');
  });
});

describe('discounts', () => {
  it('within the limit need nobody, and several small ones are not a way round it', () => {
    fill();
    counter.call('cashier', 'sales.setDiscount', { lineNo: 1, discount: { percent: 100_000 } });
    const both = () => counter.call('cashier', 'sales.setDiscount', { discount: { percent: 100_000 } });
    expect(refused(both)).toMatchObject({
      code: 'approval_required',
      params: { action: 'discount', value: 190_000, limit: 100_000 },
    });
  });

  it('of a fixed amount ask again at the payment when the bill has shrunk under them', async () => {
    const { id: cartId } = fill();
    counter.call('cashier', 'sales.setPrice', { lineNo: 1, price: null });
    counter.call('cashier', 'sales.setNote', { lineNo: 1, note: 'first' });
    fill();
    counter.call('cashier', 'sales.setDiscount', { discount: { amount: 2000 } });
    const { revision } = counter.call('cashier', 'sales.removeLine', { lineNo: 2 });
    const payments = [{ method: 'cash' as const, amount: 8000 }];
    const pay = (...tokens: string[]) =>
      counter.call('cashier', 'sales.complete', { cartId, revision, payments, approvals: tokens });
    const { code, params } = refused(pay);
    expect([code, params.value]).toEqual(['approval_required', 200_000]);
    expect(pay(await tokenFor(needOf(params))).total).toBe(8000);
  });

  it('that a manager gave hold when a cashier takes the money', () => {
    const { id: cartId } = fill();
    const { revision } = counter.call('manager', 'sales.setDiscount', {
      lineNo: 1,
      discount: { percent: 300_000 },
    });
    const payments = [{ method: 'cash' as const, amount: 7000 }];
    expect(counter.call('cashier', 'sales.complete', { cartId, revision, payments }).total).toBe(7000);
  });
});

describe('a price', () => {
  it('is never above the MRP, whoever asks', () => {
    fill();
    const act = () => counter.call('owner', 'sales.setPrice', { lineNo: 1, price: 12_001 });
    expect(refused(act).code).toBe('above_mrp');
    expect(counter.call('owner', 'sales.setPrice', { lineNo: 1, price: 12_000 }).lines[0]).toMatchObject({
      unitPrice: 12_000,
      listPrice: 10_000,
    });
  });

  it('of the catalogue is put back by nobody in particular', () => {
    fill();
    counter.call('owner', 'sales.setPrice', { lineNo: 1, price: 9_000 });
    expect(counter.call('cashier', 'sales.setPrice', { lineNo: 1, price: null }).lines[0]?.unitPrice).toBe(10_000);
  });
});
