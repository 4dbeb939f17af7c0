import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import type { DownstreamOf } from '@shared/sync';
import { beforeEach, expect, it } from 'vitest';
import { CopyTransfer } from '../../../src/main/sync/copy-transfer';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const rows = zstdCompressSync('[]').toString('base64');
const chunk = (index: number, head: number): DownstreamOf<'chunk'> => ({
  ...{ t: 'chunk', session: 's', snapshot: 'old', index, final: false, head, chain: '0'.repeat(32), last: 0 },
  ...{ aside: [], scopes: ['office'], rows, hash: sha256(rows) },
});

let cursor: number;
let copy: CopyTransfer;
beforeEach(() => {
  cursor = 9;
  copy = new CopyTransfer(
    {
      state: () => ({ epoch: 'e', cursor, chain: '', fence: 1, scopes: ['shop'], durable: 0, nextId: null }),
      stagedChunks: () => 0,
      stage: () => true,
      stageGrant: () => true,
      importCopy: () => 'done',
      importGrant: () => {},
    },
    sha256,
  );
});

it('a copy of a granted scope that was cut off goes on where it was', () => {
  copy.begin(['office']);
  copy.take(chunk(0, 10), () => {});
  copy.begin(['office']);
  expect(copy.wanted()).toEqual({ snapshot: 'old', index: 1, scopes: ['office'] });
});

it('and is begun anew when the log was read beyond it, while the scope was taken back', () => {
  copy.begin(['office']);
  copy.take(chunk(0, 10), () => {});
  cursor = 28;
  copy.begin(['office']);
  expect(copy.wanted()).toEqual({ snapshot: null, index: 0, scopes: ['office'] });
});

it('a copy of everything brings its own place in the log, and goes on whatever that is', () => {
  copy.begin(null);
  copy.take(chunk(0, 10), () => {});
  cursor = 28;
  copy.begin(null);
  expect(copy.wanted()).toEqual({ snapshot: 'old', index: 1, scopes: null });
});
