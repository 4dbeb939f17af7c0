import type { Day } from '@shared/clock';
import { money } from '@shared/money';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noticeHandlers } from '../../../src/main/shop/notices';
import { foundShop, openCounter } from '../../support/counter';
import { makeTestShop, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const context = { session: { user: { staffId: 'asha', name: 'Asha', role: 'owner' as const } } };

it('dues that are late are added up, and are read until a later day is missed', async () => {
  const store = shop.open();
  foundShop(store, {
    customers: [
      { id: 'ravi', name: 'Ravi' },
      { id: 'meena', name: 'Meena' },
      { id: 'nobody', name: 'Owes nothing' },
    ],
  });
  const counter = openCounter(store);
  const calls = noticeHandlers(counter.deps);
  const overdue = async () => calls['notices.overdue']({}, context);
  const owe = (customer: string, amount: number, dueDay: string) =>
    store.mutate({ name: 'test.owe', kind: 'fact', actor: 'asha' }, (m) =>
      m.put('party_transaction', {
        id: `${customer} ${dueDay}`,
        party_type: 'customer',
        party_id: customer,
        kind: 'bill',
        amount: money(amount),
        document_type: null,
        document_id: null,
        day: '2025-01-01' as Day, // proof: written out as a day
        due_day: dueDay as Day, // as above
        note: null,
        at: 1,
        staff_id: 'asha',
        terminal_id: m.terminalId,
        shift_id: null,
      }),
    );
  expect(await overdue()).toEqual({ customers: 0, amount: 0, latest: null, isRead: true });

  owe('ravi', 5_000, '2025-01-10');
  owe('ravi', 2_500, '2025-01-20');
  owe('meena', 1_000, '2999-01-01');
  expect(await overdue()).toEqual({ customers: 1, amount: 7_500, latest: '2025-01-20', isRead: false });

  calls['notices.readOverdue']({ through: '2025-01-20' }, context);
  expect(await overdue()).toMatchObject({ customers: 1, isRead: true });

  // A day that is none is refused, and of one to come only what is late by now counts as seen.
  expect(() => calls['notices.readOverdue']({ through: '9999-99-99' }, context)).toThrow(
    expect.objectContaining({ code: 'bad_value' }),
  );
  calls['notices.readOverdue']({ through: '9999-12-31' }, context);
  owe('ravi', 100, '2026-11-21');
  shop.clock.advance(24 * 60 * 60 * 1000);
  expect(await overdue()).toMatchObject({ latest: '2026-11-21', isRead: false });
  calls['notices.readOverdue']({ through: '2025-01-20' }, context);

  owe('meena', 900, '2025-02-01');
  expect(await overdue()).toEqual({ customers: 2, amount: 8_500, latest: '2026-11-21', isRead: false });

  // As the list of who is overdue, which the notice leads to.
  store.mutate({ name: 'test.remove', kind: 'request', actor: 'asha' }, (m) => m.del('customer', 'meena'));
  expect(await overdue()).toMatchObject({ customers: 1, amount: 7_600 });
});
