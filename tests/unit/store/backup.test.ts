import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseProblem, listBackups, restoreBackup, type Store, startHousekeeping } from '../../../src/main/store';
import { damagePagesOf } from '../../support/damage';
import { customerRow, productRow } from '../../support/sale-rows';
import { makeTestShop, morning, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const edit = { name: 'test', kind: 'request', actor: 's' } as const;
const hour = 60 * 60 * 1000;
const addCustomer = (store: Store, id: string) => store.mutate(edit, (m) => m.put('customer', customerRow(id)));
const customers = (store: Store) => store.all(store.kysely.selectFrom('customer').select('id')).map((row) => row.id);

/** Damages every page but the first: it opens, and fails any check. */
function ruin(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096);
  writeFileSync(file, bytes);
}

describe('a backup', () => {
  it('is one self-contained file with everything committed so far', async () => {
    const store = shop.open();
    addCustomer(store, 'c1');
    const target = join(shop.folder, 'usb', 'copy.db');
    await store.backupTo(target);
    addCustomer(store, 'c2');
    expect(readdirSync(dirname(target))).toEqual(['copy.db']);
    const copy = new Database(target, { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare('SELECT id FROM customer').all()).toEqual([{ id: 'c1' }]);
    copy.close();
  });

  it('that does not succeed leaves nothing behind that looks like one', async () => {
    const store = shop.open();
    writeFileSync(join(shop.folder, 'backups'), '');
    await expect(store.backupDaily()).rejects.toMatchObject({ code: 'backup_failed', safe: 'everything' });
    expect(listBackups(shop.file)).toEqual([]);
  });

  it('is made once a day, and the newest seven are kept', async () => {
    const store = shop.open();
    const made: boolean[] = [];
    for (let i = 0; i < 27; i++) {
      made.push((await store.backupDaily()) !== null);
      shop.clock.advance(8 * hour);
    }
    expect(made).toEqual(Array.from({ length: 27 }, (_, i) => i % 3 === 0));
    const days = listBackups(shop.file).map((backup) => (backup.at - morning) / (24 * hour));
    expect(days).toEqual([8, 7, 6, 5, 4, 3, 2]);
  });

  it('is made although the last one carries a date in the future', async () => {
    const store = shop.open();
    shop.clock.set(Date.UTC(2031, 0, 1));
    await store.backupDaily();
    shop.clock.set(morning);
    expect(await store.backupDaily()).not.toBeNull();
  });
});

describe('recovery', () => {
  /** A shop with two daily backups (one customer, two customers), and a third customer in the file alone. */
  async function makeShopWithBackups(): Promise<void> {
    const store = shop.open();
    for (const id of ['c1', 'c2']) {
      addCustomer(store, id);
      await store.backupDaily();
      shop.clock.advance(24 * hour);
    }
    addCustomer(store, 'c3');
    await store.close();
  }

  it('lists what there is, newest first, without touching it', async () => {
    await makeShopWithBackups();
    writeFileSync(join(shop.folder, 'backups', 'notes.txt'), 'mine');
    const before = readdirSync(join(shop.folder, 'backups'));
    expect(listBackups(shop.file)).toMatchObject([
      { kind: 'daily', at: morning + 24 * hour, lastChangeAt: morning + 24 * hour, shopName: null, readable: true },
      { kind: 'daily', at: morning, lastChangeAt: morning, readable: true },
    ]);
    expect(readdirSync(join(shop.folder, 'backups'))).toEqual(before);
  });

  it('puts the newest good backup in place, keeps the damaged file and says what is missing', async () => {
    await makeShopWithBackups();
    ruin(shop.file);
    const lastUse = morning + 50 * hour;
    utimesSync(shop.file, lastUse / 1000, lastUse / 1000);
    const ruined = readFileSync(shop.file);
    const [newest] = listBackups(shop.file);

    const { from, damagedFile, missing } = restoreBackup(shop.file, shop.clock);

    expect(from).toEqual(newest);
    expect(missing).toEqual({ from: morning + 24 * hour, until: lastUse });
    expect(readFileSync(damagedFile ?? '').equals(ruined)).toBe(true);
    expect(customers(shop.open())).toEqual(['c1', 'c2']);
    expect(listBackups(shop.file)).toHaveLength(2);
  });

  it('passes over a backup that is damaged itself', async () => {
    await makeShopWithBackups();
    ruin(shop.file);
    ruin(listBackups(shop.file)[0]?.file ?? '');
    expect(restoreBackup(shop.file, shop.clock).from.at).toBe(morning);
    expect(customers(shop.open())).toEqual(['c1']);
  });

  it('can take the backup that the person chose', async () => {
    await makeShopWithBackups();
    const [, older] = listBackups(shop.file);
    restoreBackup(shop.file, shop.clock, older);
    expect(customers(shop.open())).toEqual(['c1']);
  });

  it('without a good backup changes nothing', async () => {
    await makeShopWithBackups();
    for (const backup of listBackups(shop.file)) ruin(backup.file);
    const before = readFileSync(shop.file);
    expect(() => restoreBackup(shop.file, shop.clock)).toThrow(DatabaseProblem);
    expect(readFileSync(shop.file).equals(before)).toBe(true);
    expect(existsSync(join(shop.folder, 'damaged'))).toBe(false);
    expect(readdirSync(shop.folder).sort()).toEqual(['backups', 'galla.db', 'galla.db.lock']);
  });

  it('is refused while the file is open', async () => {
    await makeShopWithBackups();
    shop.open();
    expect(() => restoreBackup(shop.file, shop.clock)).toThrow(expect.objectContaining({ code: 'database_in_use' }));
  });

  it('never lets the log of the damaged file flow into the restored one', async () => {
    await makeShopWithBackups();
    const store = shop.open();
    addCustomer(store, 'c4');
    const log = readFileSync(`${shop.file}-wal`);
    await store.close();
    ruin(shop.file);
    writeFileSync(`${shop.file}-wal`, log);
    const { damagedFile } = restoreBackup(shop.file, shop.clock);
    expect(readFileSync(`${damagedFile}-wal`).equals(log)).toBe(true);
    const restored = shop.open();
    expect(customers(restored)).toEqual(['c1', 'c2']);
    expect((await restored.checkIntegrity()).damage).toEqual([]);
  });

  it('interrupted between moving the old file away and the new one in, is offered again', async () => {
    await makeShopWithBackups();
    mkdirSync(join(shop.folder, 'damaged'));
    rmSync(shop.file);
    expect(() => shop.open()).toThrow(expect.objectContaining({ code: 'database_corrupt' }));
    expect(restoreBackup(shop.file, shop.clock).damagedFile).toBeNull();
    expect(customers(shop.open())).toEqual(['c1', 'c2']);
  });
});

describe('housekeeping', () => {
  /** What housekeeping says first: a finished task's name or a problem's code. */
  const firstNews = (store: Store, isNews: (news: string) => boolean = () => true) =>
    new Promise<string>((resolve, reject) => {
      const tell = (news: string) => {
        if (!isNews(news)) return;
        keeper.stop();
        resolve(news);
      };
      const keeper = startHousekeeping(store, { onProblem: ({ code }) => tell(code), onDone: tell, onError: reject });
    });

  it('backs up a shop when none was made today', async () => {
    expect(await firstNews(shop.open())).toBe('backup');
    expect(listBackups(shop.file)).toHaveLength(1);
  });

  it('tells the query planner of the rows that have come since', async () => {
    const store = shop.open();
    store.mutate(edit, (m) => {
      for (let n = 0; n < 1_200; n++) m.put('customer', customerRow(`c${n}`));
    });
    expect(await firstNews(store)).toBe('backup');
    const known = store.sql<[], { stat: string }>(`SELECT stat FROM sqlite_stat1 WHERE idx = 'customer_name'`).get();
    expect(known?.stat).toMatch(/^1200 /);
  });

  it('does not plan for a growing shop by the figures of its first day', () => {
    const store = shop.open();
    store.mutate(edit, (m) => m.put('product', productRow('p1')));
    // Only what has been asked for has figures.
    store.sql('SELECT id FROM product WHERE name = ? COLLATE NOCASE AND deleted_at IS NULL').get('Atta');
    store.refreshStatistics();
    const plan = store
      .sql<[string], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT p.id FROM product_barcode AS b JOIN product AS p ON p.id = b.product_id
         WHERE b.barcode = ? AND p.deleted_at IS NULL`,
      )
      .all('8901030865237')
      .map(({ detail }) => detail);
    expect(plan[0]).toMatch(/^SEARCH b USING (COVERING )?INDEX product_barcode_code/);
  });

  it('checks the file after an unclean end of the last run', async () => {
    const store = shop.open();
    addCustomer(store, 'c1');
    const other = makeTestShop();
    for (const suffix of ['', '-wal']) writeFileSync(other.file + suffix, readFileSync(shop.file + suffix));
    expect(await firstNews(other.open())).toBe('integrity');
    await other.dispose();
  });

  it('says that the file is damaged, not merely that it cannot be copied', async () => {
    const healthy = shop.open();
    for (let i = 0; i < 200; i++) addCustomer(healthy, `c${i}`);
    await healthy.close();
    damagePagesOf(shop.file, 'customer');
    expect(await firstNews(shop.open(), (news) => news !== 'integrity')).toBe('database_corrupt');
  });
});
