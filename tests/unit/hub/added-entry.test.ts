import { expect, it } from 'vitest';
import { makeHub } from './support';

it('hours that a manager adds are a matter of who may correct them, a clock entry is everybody’s', async () => {
  const { hub, dial } = makeHub();
  await hub.enrol({ id: 't', series: 'A' });
  const line = dial();
  await line.greet('t');
  let mid = 0;
  const say = async (kind: 'fact' | 'request', actor: string, entity: string, row: { readonly id: string }) => {
    const ops = JSON.stringify([{ op: 'put', entity, id: row.id, row }]);
    mid += 1;
    await line.say({
      t: 'push',
      session: 't',
      fence: line.fence,
      mutations: [{ mid, name: 'n', kind, actor, at: 0, ops }],
    });
    return line.last('ack')?.outcomes.at(-1)?.outcome;
  };
  const person = (id: string, role: string) => ({
    id,
    name: id,
    role,
    pin_hash: 'x',
    language: null,
    active: 1,
    created_at: 0,
  });
  const entry = (id: string, by: string, reason: string | null) => ({
    id,
    person_id: by,
    kind: 'in',
    time: 0,
    day: '2026-11-21',
    reason,
    at: 0,
    staff_id: by,
    terminal_id: 't',
  });
  await say('fact', 'system', 'staff', person('ravi', 'cashier'));
  await say('fact', 'system', 'staff', person('mina', 'manager'));
  expect(await say('request', 'mina', 'attendance', entry('a1', 'mina', 'forgot'))).toMatchObject({ status: 'ok' });
  expect(await say('request', 'ravi', 'attendance', entry('a2', 'ravi', 'forgot'))).toMatchObject({
    status: 'rejected',
    code: 'not_allowed',
  });
  expect(await say('request', 'ravi', 'attendance', entry('a3', 'ravi', null))).toMatchObject({ status: 'ok' });
});
