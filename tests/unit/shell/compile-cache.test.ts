import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compileCacheFolder, tidyCompileCache } from '../../../src/main/compile-cache';

let userData: string;
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'galla-compile-'));
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

const keep = (bytes: number) => {
  const folder = join(compileCacheFolder(userData), 'v24');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'one'), '');
  truncateSync(join(folder, 'one'), bytes);
};

it('keeps the compiled code of the builds of late', () => {
  keep(20 * 1024 * 1024);
  tidyCompileCache(userData);
  expect(existsSync(join(compileCacheFolder(userData), 'v24', 'one'))).toBe(true);
});

it('throws it all away once builds that are gone have piled up', () => {
  keep(25 * 1024 * 1024);
  tidyCompileCache(userData);
  expect(existsSync(compileCacheFolder(userData))).toBe(false);
});

it('says nothing when there is none', () => {
  expect(() => tidyCompileCache(userData)).not.toThrow();
});
