import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashTree, readStamp, readStampRecord, writeStamp } from '../../../scripts/lib/stamp.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galla-stamp-'));
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = () => hashTree(folder, ['src', 'migrations']);

test.each([
  ['a file grows', () => writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'longer')],
  ['a file is saved again', () => utimesSync(join(folder, 'src', 'deep', 'a.ts'), 1, 1)],
  ['a file is added', () => writeFileSync(join(folder, 'src', 'b.ts'), '')],
  ['a file goes', () => rmSync(join(folder, 'src', 'deep', 'a.ts'))],
  ['a watched folder appears', () => mkdirSync(join(folder, 'migrations'))],
])('the state of a tree changes when %s', (_name, change) => {
  const before = hash();
  expect(hash()).toBe(before);
  change();
  expect(hash()).not.toBe(before);
});

test('a stamp that is missing or damaged reads as none', () => {
  expect(readStamp(join(folder, 'none'))).toBeUndefined();
  writeFileSync(join(folder, 'half'), '{"lockfile": "ab');
  expect(readStampRecord(join(folder, 'half'))).toEqual({});
  writeStamp(join(folder, 'new', 'whole'), { lockfile: 'ab' });
  expect(readStampRecord(join(folder, 'new', 'whole'))).toEqual({ lockfile: 'ab' });
});
