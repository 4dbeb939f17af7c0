import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteHub } from '../../../src/hub';
import { holdsTheHubStoreContract } from './store-conformance';

const folder = mkdtempSync(join(tmpdir(), 'galla-hub-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
holdsTheHubStoreContract('SQLite', async () => {
  const file = join(folder, `${count++}.db`);
  const open = () => openSqliteHub({ file, newEpoch: () => 'e' });
  const store = open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return open();
    },
  };
});
