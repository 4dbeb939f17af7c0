import { dayOf } from '@shared/clock';
import { payloadHash } from '../../../src/main/store/outbox';
import { type Action, cashier, fact, money, pickOf, request } from './action';

/** A fact whose amount no hub takes: too large to be exact. */
export const poison: Action = (till) => {
  const id = till.ids.next();
  till.store.mutate(fact('cash.in'), (m) => {
    m.put('cashbook_entry', {
      id,
      amount: money(2 ** 53),
      category: 'paid_in',
      reason: null,
      document_type: null,
      document_id: null,
      at: m.at,
      day: dayOf(m.at, 'Asia/Kolkata'),
      staff_id: cashier,
      terminal_id: m.terminalId,
      shift_id: null,
    });
  });
  return [];
};

export const changeRole: Action = (till) => {
  const id = pickOf(till, 'terminal');
  if (id === null) return null;
  till.store.mutate(request('terminal.edit'), (m) =>
    m.set('terminal', id, { role: till.random.pick(['counter', 'office'] as const) }),
  );
  return [];
};

/** The cashier leaves, or comes back: facts of theirs that are under way are taken and marked, requests are refused. */
export const fireOrHire: Action = (till) => {
  till.store.mutate(request('staff.edit'), (m) => {
    const now = m.local<[string], { active: 0 | 1 }>('SELECT active FROM staff WHERE id = ?').get(cashier);
    if (now) m.set('staff', cashier, { active: now.active === 1 ? 0 : 1 });
  });
  return [];
};

/** A field that no version here has, as a later version would write it: beside one that all have. */
export const laterField = 'loyalty_tier';

export const newerField: Action = (till) => {
  const id = pickOf(till, 'customer');
  if (id === null) return null;
  const value = String(till.random.int(0, 1_000_000));
  const { mid } = till.store.mutate(request('customer.edit'), (m) => m.set('customer', id, { name: value }));
  const { db } = till.disk;
  const row = db
    .prepare<[number | null], { name: string; kind: 'request'; actor: string; at: number; ops: string }>(
      'SELECT name, kind, actor, at, ops FROM outbox WHERE mid = ?',
    )
    .get(mid);
  if (!row) return null;
  const ops = row.ops.replace('"fields":{', `"fields":{"${laterField}":"${value}",`);
  db.prepare('BEGIN').run();
  db.prepare('UPDATE outbox SET ops = ?, hash = ? WHERE mid = ?').run(ops, payloadHash(row, row.at, ops), mid);
  db.prepare('COMMIT').run();
  return [];
};
