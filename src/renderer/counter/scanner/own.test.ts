// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

/** As the page has it after a start. */
const restarted = async () => {
  vi.resetModules();
  return import('./own');
};

it('how the scanner types is remembered on this machine', async () => {
  (await restarted()).chooseScanner({ gap: 80, prefix: '~' });
  expect((await restarted()).scannerSettings()).toMatchObject({ gap: 80, prefix: '~', shortest: 4 });
});

it('what was stored and is no setting leaves the usual one', async () => {
  for (const text of ['', '{', 'null', '{"gap":0,"prefix":"5"}', '{"gap":"35","prefix":7}', '{"gap":1e9}']) {
    localStorage.setItem('galla.scanner', text);
    expect((await restarted()).scannerSettings()).toMatchObject({ gap: 35, prefix: '' });
  }
});

it('a prefix is nothing that a name, a code or a quantity begins with', async () => {
  const { isPrefix } = await restarted();
  expect(['', '~', ']C1', '!!'].map(isPrefix)).toEqual([true, true, true, true]);
  expect(['a', '5', ' ', '~ ', '5*', '~12345', 'é'].map(isPrefix)).toEqual(Array(7).fill(false));
});
