import { expect, it } from 'vitest';
import { NewNames } from '../../../src/hub/door/new-names';
import { makeHub } from './support';

const hour = 60 * 60_000;

it('a device takes eight names an hour, and another device as many', () => {
  const names = new NewNames();
  const taken = Array.from({ length: 10 }, (_, at) => names.take('key', at));
  expect(taken).toEqual([...Array(8).fill(true), false, false]);
  expect(names.take('another', 10)).toBe(true);
  expect(names.take('key', hour - 1)).toBe(false);
  expect(names.take('key', hour)).toBe(true);
});

it('a copy that may not have another name now is told to come back, and gets no series', async () => {
  const { hub, store } = makeHub();
  await hub.enrol({ id: 't', series: 'A' });
  const heard: { t: string; code?: string }[] = [];
  const end = hub.open({
    send: (text) => heard.push(JSON.parse(text)),
    buffered: () => 0,
    close: () => {},
    adopts: () => 'later',
  });
  const who = { t: 'hello', session: 's', protocol: 1, schema: 1, terminal: 't', epoch: '', cursor: 0, scopes: [] };
  end.receive(JSON.stringify({ ...who, fence: 2 ** 46, chain: '0'.repeat(32), time: 0 }));
  await hub.idle();
  end.receive(JSON.stringify({ t: 'rekey', session: 's', previous: 't', terminal: 'u', held: [] }));
  await hub.idle();
  expect(heard.map(({ t, code }) => code ?? t)).toEqual(['fork', 'rate_limited']);
  expect((await store.terminals()).map(({ id }) => id)).not.toContain('u');
});
