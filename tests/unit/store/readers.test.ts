import { AppError } from '@shared/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseProblem, readerJob } from '../../../src/main/store';
import { integrityJob } from '../../../src/main/store/readers';
import { fromWire, toWire } from '../../../src/main/store/readers/wire';
import { customerRow } from '../../support/sale-rows';
import { makeTestShop, startReaderThread, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const edit = { name: 'test', kind: 'request', actor: 's' } as const;

describe('reader threads', () => {
  it('run jobs beside the main thread, several at once and more than there are threads', async () => {
    const store = shop.open({ startReaderThread });
    const file = shop.file;
    const all = await Promise.all(Array.from({ length: 5 }, () => store.readers.run(integrityJob, { file })));
    expect(all).toEqual(Array.from({ length: 5 }, () => ({ damage: [], brokenReferences: 0, levels: [] })));
    expect(store.readers.hasThreads).toBe(true);
  });

  it('make a verified backup while the store goes on writing', async () => {
    const store = shop.open({ startReaderThread });
    store.mutate(edit, (m) => m.put('customer', customerRow('before')));
    const made = store.backupDaily();
    store.mutate(edit, (m) => m.put('customer', customerRow('meanwhile')));
    expect(await made).toMatch(/galla-daily-\d+-20261121T043000000Z\.db$/);
  });

  it('carry a refusal home with its code', async () => {
    const store = shop.open({ startReaderThread });
    const target = `${shop.file}/not-a-folder/copy.db`;
    await expect(store.backupTo(target)).rejects.toMatchObject({
      name: 'DatabaseProblem',
      code: 'backup_failed',
      params: { backup: target },
    });
  });

  it('refuse a job that nobody listed', async () => {
    const store = shop.open({ startReaderThread });
    const unknown = readerJob('test.unlisted', () => 1);
    await expect(store.readers.run(unknown, undefined)).rejects.toThrow('not listed');
  });

  it('refuse arguments that cannot be sent, and go on', async () => {
    const store = shop.open({ startReaderThread });
    const file = shop.file;
    const unsendable = Object.assign({ file }, { call: () => 1 });
    await expect(store.readers.run(integrityJob, unsendable)).rejects.toThrow('cannot be sent');
    expect((await store.readers.run(integrityJob, { file })).damage).toEqual([]);
  });

  it('end with the store; what was asked is rejected, and nothing is left open', async () => {
    const store = shop.open({ startReaderThread });
    const pending = store.checkIntegrity();
    const outcome = expect(pending).rejects.toThrow(/closed|ended/);
    await store.close();
    await outcome;
    await expect(store.checkIntegrity()).rejects.toThrow('closed');
    expect(shop.open().wasUnclean).toBe(false);
  });
});

describe('a job', () => {
  it('sees one moment of the shop from its first read to its last', async () => {
    const store = shop.open();
    const count = readerJob('test.count', (reader, write: () => void) => {
      const customers = () => reader.all(reader.kysely.selectFrom('customer').select('id')).length;
      const first = customers();
      write();
      return [first, customers()];
    });
    const write = () => void store.mutate(edit, (m) => m.put('customer', customerRow('c1')));
    expect(await store.readers.run(count, write)).toEqual([0, 0]);
  });

  it('cannot write', async () => {
    const write = readerJob('test.write', (reader) => reader.sql('DELETE FROM meta').run());
    await expect(shop.open().readers.run(write, undefined)).rejects.toMatchObject({ code: 'database_read_only' });
  });
});

describe('an error on its way between threads', () => {
  it.each([
    new DatabaseProblem('database_full', '/shop.db', { reason: 'no room' }),
    new AppError('not_found', 'gone', { id: '7' }),
    new TypeError('a bug'),
  ])('stays what it was: %s', (error) => {
    const back = fromWire(structuredClone(toWire(error)));
    expect(back.message).toBe(error.message);
    expect(back instanceof DatabaseProblem).toBe(error instanceof DatabaseProblem);
    expect(back instanceof AppError).toBe(error instanceof AppError);
    if (error instanceof AppError) expect(back).toMatchObject({ code: error.code, params: error.params });
  });
});
