import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { makeHub } from '../hub/support';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/sync.md'), 'utf8');

it('the conversation in docs/sync.md is what a hub says', async () => {
  const lines = [...page.matchAll(/^([<>]) (\{"t":.*\})$/gm)].map(([, from = '', text = '']) => ({ from, text }));
  expect(lines.length).toBeGreaterThan(8);
  const { hub, dial } = makeHub();
  await hub.enrol({ id: 'till-7', series: 'C' });
  const heard: unknown[] = [];
  const line = dial((message) => heard.push(message));
  for (const { from, text } of lines) if (from === '>') await line.say(text);
  expect(heard).toEqual(lines.filter(({ from }) => from === '<').map(({ text }) => JSON.parse(text)));
});
