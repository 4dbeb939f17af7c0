import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { openSqliteHub, prepareHub, SqliteHubStore, serveHub } from '../../../src/hub';
import { makeHub } from './support';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'galla-hub-disk-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function hubOn(store: SqliteHubStore) {
  closing.push(() => store.close());
  const world = makeHub({ store });
  await world.hub.enrol({ id: 't', series: 'A' });
  const line = world.dial();
  await line.greet('t');
  const server = await serveHub(world.hub, { port: 0, host: '127.0.0.1' });
  closing.push(() => server.close());
  const health = async () => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/healthz`);
    return [answer.status, await answer.text()];
  };
  return { ...world, line, health };
}

it('a hub whose folder was deleted acknowledges nothing more, and says so', async () => {
  const folder = makeFolder();
  const { line, health, hub } = await hubOn(openSqliteHub({ file: join(folder, 'hub.db'), newEpoch: () => 'e' }));
  await line.say(line.push('t', 1, 1));
  expect(line.last('ack')).toMatchObject({ upto: 1 });
  expect(await health()).toEqual([200, 'ok\n']);
  rmSync(folder, { recursive: true });
  await line.say(line.push('t', 2, 1));
  expect(line.last('ack')).toMatchObject({ upto: 1 });
  expect(hub.figures).toMatchObject({ failedRounds: 1, trouble: { code: 'HUB_FILE_GONE' } });
  expect(await health()).toEqual([503, 'cannot write: HUB_FILE_GONE\n']);
});

it('a backup put in the place of the running hub’s file is noticed without anybody pushing', async () => {
  const folder = makeFolder();
  const file = join(folder, 'hub.db');
  const { line, hub } = await hubOn(openSqliteHub({ file, newEpoch: () => 'e' }));
  await line.say(line.push('t', 1, 1));
  copyFileSync(file, join(folder, 'backup.db'));
  rmSync(file);
  copyFileSync(join(folder, 'backup.db'), file);
  hub.tick();
  await hub.idle();
  expect(hub.figures.trouble).toMatchObject({ code: 'HUB_FILE_GONE' });
});

it('a full disk answers nobody; when there is room again the hub finds out by itself and takes what is said again', async () => {
  const folder = makeFolder();
  const db = new Database(join(folder, 'hub.db'));
  db.pragma('journal_mode = WAL');
  prepareHub(db, () => 'e');
  const { line, hub, health } = await hubOn(new SqliteHubStore(db, () => new Database(join(folder, 'hub.db'))));
  // SQLite answers SQLITE_FULL, as it does when the disk is.
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  const push = line.push('t', 1, 100);
  await line.say(push);
  expect(line.last('ack')).toBeUndefined();
  expect(await health()).toEqual([503, 'cannot write: SQLITE_FULL\n']);
  db.pragma('max_page_count = 100000');
  hub.tick();
  await hub.idle();
  expect(await health()).toEqual([200, 'ok\n']);
  await line.say(push);
  expect(line.last('ack')).toMatchObject({ upto: 100 });
  expect(line.last('frame')).toMatchObject({ from: 75, to: 100 });
});

it('a file that may only be read ends as trouble, not as an acknowledgement', async () => {
  const folder = makeFolder();
  const db = new Database(join(folder, 'hub.db'));
  prepareHub(db, () => 'e');
  const { line, hub } = await hubOn(new SqliteHubStore(db, () => new Database(join(folder, 'hub.db'))));
  db.pragma('query_only = 1');
  await line.say(line.push('t', 1, 1));
  expect(line.last('ack')).toBeUndefined();
  expect(hub.figures.trouble).toMatchObject({ code: 'SQLITE_READONLY' });
});

it('a hub does not open what is no hub’s file', () => {
  const folder = makeFolder();
  const file = join(folder, 'hub.db');
  const other = new Database(file);
  other.pragma('user_version = 99');
  other.close();
  expect(() => openSqliteHub({ file, newEpoch: () => 'e' })).toThrow('version 99');
  expect(() => openSqliteHub({ file: join(folder, 'none', 'hub.db'), newEpoch: () => 'e' })).toThrow();
});
