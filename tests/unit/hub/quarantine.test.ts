import { expect, it } from 'vitest';
import { makeHub } from './support';

const put = (entity: string, row: { id: string }) => ({ op: 'put', entity, id: row.id, row });
const category = (id: string, parent: string | null) =>
  put('category', { id, name: id, parent_id: parent, position: 0, active: 1 } as { id: string });

it('a fact waits for the record it refers to, through others that wait too', async () => {
  const { hub, dial, store } = makeHub();
  await hub.enrol({ id: 't', series: 'A' });
  const line = dial();
  await line.greet('t');
  const say = (mid: number, operation: object) => {
    const mutation = { mid, name: 'n', kind: 'fact', actor: 'system', at: 0, ops: JSON.stringify([operation]) };
    return line.say({ t: 'push', session: 't', fence: line.fence, mutations: [mutation] });
  };
  await say(1, category('leaf', 'branch'));
  await say(2, category('branch', 'root'));
  await say(3, category('other', 'elsewhere'));
  expect(await store.quarantined()).toHaveLength(3);
  await say(4, category('root', null));
  expect((await store.all('category')).map(({ id }) => id)).toEqual(['branch', 'leaf', 'root']);
  expect((await store.quarantined()).map(({ mid }) => mid)).toEqual([3]);
});

it('a restart remembers what waits for what', async () => {
  const first = makeHub();
  await first.hub.enrol({ id: 't', series: 'A' });
  const line = first.dial();
  await line.greet('t');
  await line.say({ ...line.push('t', 1, 1), mutations: [mutation(1, category('leaf', 'root'))] });
  const second = makeHub({ store: first.store });
  const again = second.dial();
  again.fence = line.fence;
  await again.greet('t');
  await again.say({ ...again.push('t', 2, 1), mutations: [mutation(2, category('root', null))] });
  expect(await first.store.quarantined()).toEqual([]);
});

const mutation = (mid: number, operation: object) => ({
  mid,
  name: 'n',
  kind: 'fact',
  actor: 'system',
  at: 0,
  ops: JSON.stringify([operation]),
});
