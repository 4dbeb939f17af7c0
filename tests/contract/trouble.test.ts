import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallName, contract, type SystemStatus } from '@shared/contract';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillShop } from './sample';
import { openTill, type Till, type TillOptions } from './world';

const folder = mkdtempSync(join(tmpdir(), 'galla-contract-trouble-'));
const template = join(folder, 'template.db');
const tills: Till[] = [];

async function open(options: TillOptions): Promise<Till> {
  const till = await openTill(options);
  tills.push(till);
  return till;
}

function troubleOf(status: SystemStatus) {
  if (status.phase !== 'trouble') throw new Error(`The phase is ${status.phase}`);
  return status.trouble;
}

beforeAll(async () => {
  const till = await openTill();
  await fillShop(till);
  await till.call('staff.signOut', {});
  await till.closeKeeping(template);
});
afterEach(async () => {
  for (const till of tills.splice(0)) await till.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a damaged shop file', () => {
  it('answers every call of the shop with database_unavailable, and still says what is wrong', async () => {
    const till = await open({ from: template, damaged: true });
    // proof: the keys of the contract are its call names
    for (const name of Object.keys(contract) as CallName[]) {
      if (name.startsWith('system.')) continue;
      const answer = await till.raw(name, {});
      expect([name, answer.ok ? 'ok' : answer.error.code]).toEqual([name, 'database_unavailable']);
    }
    const trouble = troubleOf(await till.call('system.status', {}));
    expect(trouble).toMatchObject({ code: 'database_corrupt', backups: [{ shop: 'Asha Kirana' }] });
  });

  it('stays as it is when tried again', async () => {
    const till = await open({ from: template, damaged: true });
    expect(troubleOf(await till.call('system.retry', {})).code).toBe('database_corrupt');
  });

  it('gives way to a backup that was offered, and the shop is there again', async () => {
    const till = await open({ from: template, damaged: true });
    const [backup] = troubleOf(await till.call('system.status', {})).backups;
    const status = await till.call('system.restoreBackup', { file: backup?.file ?? '' });
    expect(status).toMatchObject({ phase: 'locked', shop: { name: 'Asha Kirana' } });
    till.signInAs('owner');
    const { total } = await till.call('sales.bills', { limit: 10 });
    expect(total).toBe(1);
  });

  it('does not give way to a file that was not offered', async () => {
    const till = await open({ from: template, damaged: true });
    const answer = await till.raw('system.restoreBackup', { file: template });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(troubleOf(await till.call('system.status', {})).code).toBe('database_corrupt');
  });
});

describe('damage that shows while selling', () => {
  it('closes the file, signs everybody out and says so', async () => {
    const till = await open({ from: template });
    await till.call('system.status', {});
    till.signInAs('owner');
    till.asRefusal(Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' }));
    expect(troubleOf(await till.call('system.status', {})).code).toBe('database_corrupt');
    expect(till.session.user).toBeNull();
    expect(await till.raw('sales.cart', {})).toMatchObject({ ok: false, error: { code: 'database_unavailable' } });
  });

  it('is not what a full disk means: the file stays open', async () => {
    const till = await open({ from: template });
    await till.call('system.status', {});
    till.asRefusal(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }));
    expect((await till.call('system.status', {})).phase).toBe('locked');
  });
});

describe('a shop file of a newer version', () => {
  it('is refused, and no backup is offered in its place', async () => {
    const newer = join(folder, 'newer.db');
    const till = await open({ from: template });
    await till.closeKeeping(newer);
    tills.pop();
    const db = new Database(newer);
    db.pragma('user_version = 9999');
    db.close();
    const late = await open({ from: newer });
    expect(troubleOf(await late.call('system.status', {}))).toMatchObject({ code: 'database_newer', backups: [] });
  });
});

describe('a shop file that is open elsewhere', () => {
  it('is refused until the other copy is closed, then trying again opens it', async () => {
    const sharedFile = join(folder, 'shared.db');
    const first = await openTill({ from: template, sharedFile });
    await first.call('system.status', {});
    const second = await open({ sharedFile });
    expect(troubleOf(await second.call('system.status', {})).code).toBe('database_in_use');
    await first.close();
    expect(await second.call('system.retry', {})).toMatchObject({ phase: 'locked' });
  });
});
