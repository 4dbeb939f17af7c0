import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { PushEvent } from '@shared/contract';
import { afterEach, expect, it, vi } from 'vitest';
import { loadCertificate } from '../../../src/hub/door';
import type { Discovery, SeenHub } from '../../../src/main/network/discovery';
import { Memory } from '../../../src/main/network/memory';
import { fillShop, pins, type Sample } from '../../contract/sample';
import { openTill, type Till } from '../../contract/world';
import { hubInOwnProcess, temporaryFolder, until } from '../../support/network';

// Whole tills and hubs in processes of their own, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A till whose hub, when it hosts one, is a process of its own; its files outlive it when `folder` is given. */
async function startTill(
  folder?: string,
  hubs: ChildProcess[] = [],
  emit: (event: PushEvent) => void = () => {},
  discovery?: Discovery,
) {
  const till = await openTill({
    ...(folder !== undefined && { sharedFile: join(folder, 'galla.db') }),
    network: {
      ...(folder !== undefined && { folder }),
      startHub: hubInOwnProcess((child) => hubs.push(child)),
      emit,
      ...(discovery && { discovery }),
    },
  });
  closing.push(() => till.close());
  return till;
}

function tillFolder(): string {
  const { folder, remove } = temporaryFolder();
  closing.push(remove);
  return folder;
}

async function startHost(
  folder?: string,
  hubs?: ChildProcess[],
): Promise<{ host: Till; sample: Sample; address: string }> {
  const host = await startTill(folder, hubs);
  const sample = await fillShop(host);
  await host.call('network.host', {});
  // The hub has the whole shop before anybody else comes.
  await until(async () => (await host.call('network.status', {})).pending === 0);
  return { host, sample, address: await addressOf(host) };
}

async function addressOf(host: Till): Promise<string> {
  const { hub } = await host.call('network.status', {});
  return `127.0.0.1:${hub?.address.split(':').at(-1)}`;
}

async function digitsOn(till: Till): Promise<string> {
  const joining = await until(async () => {
    const state = await till.call('network.joining', {});
    return state.state === 'connecting' ? null : state;
  });
  if (joining.state !== 'comparing') throw new Error(`The new till is ${JSON.stringify(joining)}`);
  return joining.digits;
}

async function pair(host: Till, till: Till, address: string, name = 'Counter 2'): Promise<void> {
  await host.call('network.openPairing', {});
  await till.call('network.join', { address });
  const paired = await host.call('network.confirmPairing', { digits: await digitsOn(till), name, role: 'counter' });
  expect(paired).toMatchObject({ state: 'done', terminal: { name } });
}

const isDone = (till: Till) => async () => (await till.call('network.joining', {})).state === 'done';
const isLive = (till: Till) => async () => (await till.call('network.status', {})).phase === 'live';

async function sell(till: Till, product: string): Promise<string> {
  const { cart } = await till.call('sales.addLine', { productId: product, quantity: 1_000 });
  const { number } = await till.call('sales.complete', {
    cartId: cart.id,
    revision: cart.revision,
    payments: [{ method: 'cash', amount: cart.totals.cashDue }],
  });
  return number;
}

const numbersAt = async (till: Till) =>
  (await till.call('sales.bills', { limit: 50 })).rows.map(({ number }) => number);

it('a new till joins, its staff sign in with their PINs, and what either sells the other knows', async () => {
  const { host, sample, address } = await startHost();
  const till = await startTill();
  expect(await till.call('system.status', {})).toMatchObject({ phase: 'first-run' });
  await pair(host, till, address);
  await until(isDone(till));

  expect(await till.call('system.status', {})).toMatchObject({ phase: 'locked', terminal: 'Counter 2' });
  await till.call('staff.signIn', { staffId: sample.cashier, pin: pins.cashier });
  const number = await sell(till, sample.product.id);
  expect(number.startsWith('A1')).toBe(false);
  await until(async () => (await numbersAt(host)).includes(number));
  await host.call('sales.clear', {});
  const hosts = await sell(host, sample.product.id);
  expect(hosts.startsWith('A1')).toBe(true);
  await until(async () => (await numbersAt(till)).includes(hosts));

  const terminals = await host.call('network.terminals', {});
  expect(terminals.map(({ name, online, isHost, isSelf }) => ({ name, online, isHost, isSelf }))).toEqual([
    { name: 'Counter 1', online: true, isHost: true, isSelf: true },
    { name: 'Counter 2', online: true, isHost: false, isSelf: false },
  ]);
  till.signInAs('owner');
  const health = await till.call('network.health', {});
  expect(health.hub).toMatchObject({ version: '0.0.0' });
  expect(health.hub?.cursor).toBe(health.hub?.head);
  expect(health.messages.find(({ type }) => type === 'chunk')?.received).toBeGreaterThan(0);
  expect(health.events.map(({ kind }) => kind)).toContain('joined');
  expect((await till.call('network.status', {})).key).toBe('file');
});

it('wrong digits let nobody in, leave the new till empty, and close the door', async () => {
  const { host, address } = await startHost();
  const till = await startTill();
  await host.call('network.openPairing', {});
  await till.call('network.join', { address });
  const digits = await digitsOn(till);
  const wrong = digits === '123456' ? '654321' : '123456';
  const refused = await host.raw('network.confirmPairing', { digits: wrong, name: 'Counter 2', role: 'counter' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'pairing_digits' } });
  const late = await host.raw('network.confirmPairing', { digits, name: 'Counter 2', role: 'counter' });
  expect(late).toMatchObject({ ok: false, error: { code: 'pairing_closed' } });
  await until(async () => (await till.call('network.joining', {})).state === 'failed');
  expect(await till.call('network.joining', {})).toEqual({ state: 'failed', reason: 'wrong_digits' });
  expect(await till.call('system.status', {})).toMatchObject({ phase: 'first-run' });
  await till.call('network.join', { address });
  await until(async () => (await till.call('network.joining', {})).state === 'failed');
  expect(await till.call('network.joining', {})).toEqual({ state: 'failed', reason: 'not_open' });
  expect(await host.call('network.terminals', {})).toHaveLength(1);
});

it('a till that was cut off while it was being let in goes on with the copy when it starts again', async () => {
  const { host, sample, address } = await startHost();
  const folder = tillFolder();
  const till = await startTill(folder);
  await pair(host, till, address);
  // It ends at once, as by a power cut, perhaps before the first row has come.
  await till.close();
  const again = await startTill(folder);
  await until(async () => (await again.call('system.status', {})).phase === 'locked');
  await again.call('staff.signIn', { staffId: sample.cashier, pin: pins.cashier });
  expect((await again.call('catalogue.products', { limit: 10 })).rows.map(({ id }) => id)).toContain(sample.product.id);
  await until(isLive(again));
});

it('cancelling leaves the new till as empty as it was, and it can be set up as a shop of its own', async () => {
  const { host, address } = await startHost();
  const till = await startTill();
  await host.call('network.openPairing', {});
  await till.call('network.join', { address });
  await digitsOn(till);
  expect(await till.call('network.cancelJoin', {})).toEqual({ state: 'idle' });
  await until(async () => (await host.call('network.pairing', {})).state === 'failed');
  expect(await till.call('network.status', {})).toMatchObject({ role: 'alone', phase: 'off' });
  await fillShop(till);
  expect(await till.call('system.status', {})).toMatchObject({ phase: 'ready' });
  expect(await till.raw('network.join', { address })).toMatchObject({ ok: false, error: { code: 'shop_exists' } });
});

it('cancelling while the shop is being copied leaves nothing of it either', async () => {
  const folder = tillFolder();
  // It was let in, and then the hub went.
  new Memory(folder).membership = {
    role: 'member',
    shop: null,
    hub: { name: 'Asha Kirana', address: '127.0.0.1:1', fingerprint: 'f'.repeat(64) },
    port: 0,
  };
  const till = await startTill(folder);
  expect(await till.call('network.joining', {})).toMatchObject({ state: 'copying', shop: 'Asha Kirana' });
  expect(await till.call('network.cancelJoin', {})).toEqual({ state: 'idle' });
  await till.close();
  const again = await startTill(folder);
  expect(await again.call('network.status', {})).toMatchObject({ role: 'alone', phase: 'off' });
  expect(await again.call('system.status', {})).toMatchObject({ phase: 'first-run' });
});

it('a till that was sent away says so, keeps what it has and goes on selling', async () => {
  const { host, sample, address } = await startHost();
  const till = await startTill();
  await pair(host, till, address);
  await until(isDone(till));
  await until(isLive(till));
  const self = await until(async () => (await host.call('network.terminals', {})).find(({ isSelf }) => !isSelf));
  const roles = async (own: 'counter' | 'office', other: 'counter' | 'office') => {
    const ids = (await host.call('network.terminals', {})).map(({ id, isSelf }) => ({
      id,
      role: isSelf ? own : other,
    }));
    // Whoever becomes an office first: there is always one.
    for (const { id, role } of ids.toSorted((a) => (a.role === 'office' ? -1 : 1))) {
      await host.call('network.setTerminalRole', { terminalId: id, role });
    }
  };
  await roles('counter', 'office');
  const last = await host.raw('network.revoke', { terminalId: self.id });
  expect(last).toMatchObject({ ok: false, error: { code: 'last_office' } });
  await roles('office', 'office');
  await host.call('network.revoke', { terminalId: self.id });
  const { events } = await host.call('network.health', {});
  expect(events.find(({ kind }) => kind === 'revoked')?.params).toEqual({ terminal: self.name });
  await until(async () => {
    await till.raw('network.syncNow', {});
    const { reason } = await till.call('network.status', {});
    return reason === 'revoked';
  });
  expect(await till.call('network.status', {})).toMatchObject({ level: 'attention', role: 'member' });
  await till.call('staff.signIn', { staffId: sample.cashier, pin: pins.cashier });
  await sell(till, sample.product.id);
  expect((await till.call('network.status', {})).pending).toBeGreaterThan(0);
  expect((await host.call('network.terminals', {})).find(({ id }) => id === self.id)).toMatchObject({
    revoked: true,
    online: false,
    role: 'counter',
  });
  const own = (await host.call('network.terminals', {})).find(({ isSelf }) => isSelf);
  const refused = await host.raw('network.revoke', { terminalId: own?.id });
  expect(refused).toMatchObject({ ok: false, error: { code: 'host_terminal' } });

  // It leaves the shop, its work is put away with its file, and it joins anew.
  await till.call('staff.signIn', { staffId: sample.owner, pin: pins.owner });
  expect(await till.raw('network.leave', { unsent: 0 })).toMatchObject({ ok: false, error: { code: 'unsent_work' } });
  const { pending } = await till.call('network.status', {});
  const { folder: away } = await till.call('network.leave', { unsent: pending });
  expect(await till.call('system.status', {})).toMatchObject({ phase: 'first-run' });
  expect(await till.call('network.status', {})).toMatchObject({ role: 'alone' });
  expect(readdirSync(away).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  await pair(host, till, address);
  await until(isDone(till));
  await until(isLive(till));
  expect((await host.call('network.terminals', {})).filter(({ revoked }) => revoked)).toHaveLength(1);
});

it('a host lets nobody in before its hub has the shop, and cannot leave it', async () => {
  const { host } = await startHost();
  await host.call('network.stopHosting', {});
  for (let at = 0; at < 120; at++) await host.call('catalogue.saveBrand', { name: `Brand ${at}`, active: true });
  await host.call('network.host', {});
  expect(await host.raw('network.openPairing', {})).toMatchObject({ ok: false, error: { code: 'hub_behind' } });
  await until(async () => (await host.call('network.status', {})).pending === 0);
  expect(await host.call('network.openPairing', {})).toMatchObject({ state: 'open' });
  expect(await host.raw('network.leave', { unsent: 0 })).toMatchObject({ ok: false, error: { code: 'host_terminal' } });
});

it('a hub that dies is started again at its port, and every till finds back', async () => {
  const hubs: ChildProcess[] = [];
  const events: PushEvent[] = [];
  const { host, sample, address } = await startHost(undefined, hubs);
  const till = await startTill(undefined, [], (event) => events.push(event));
  await pair(host, till, address);
  await until(isDone(till));
  await until(isLive(till));
  hubs[0]?.kill('SIGKILL');
  await until(() => events.some(({ type }) => type === 'sync:offline'));
  await host.call('sales.clear', {});
  const number = await sell(host, sample.product.id);
  await until(() => hubs.length > 1);
  await until(async () => {
    await host.call('network.syncNow', {});
    till.signInAs('owner');
    await till.call('network.syncNow', {});
    return (await numbersAt(till)).includes(number);
  });
  expect(await addressOf(host)).toBe(address);
  expect((await host.call('network.health', {})).events.map(({ kind }) => kind)).toContain('hub_died');
});

it('a hub that has another address is found again by what it says of itself, and proves it', async () => {
  const [hostFolder, folder] = [tillFolder(), tillFolder()];
  const { host, address } = await startHost(hostFolder);
  const seen: SeenHub[] = [];
  const till = await startTill(folder, [], () => {}, { find: async () => seen });
  await pair(host, till, address);
  await until(isDone(till));
  await until(isLive(till));
  await host.close();

  // Somebody else has its port now.
  const other = createServer((socket) => socket.destroy());
  other.listen(Number(address.split(':').at(-1)));
  await once(other, 'listening');
  closing.push(() => other.close());
  const again = await startTill(hostFolder);
  again.signInAs('owner');
  await until(isLive(again));
  const moved = await addressOf(again);
  expect(moved).not.toBe(address);
  const certificate = (await loadCertificate(join(hostFolder, 'hub'))).fingerprint;
  const found = { shop: 'Asha Kirana', host: 'till', address: moved };
  seen.push({ ...found, address: '127.0.0.1:1', fingerprint: 'f'.repeat(16) });
  seen.push({ ...found, fingerprint: certificate.slice(0, 16) });
  till.signInAs('owner');
  await until(async () => {
    await till.call('network.syncNow', {});
    return isLive(till)();
  });
  expect((await till.call('network.status', {})).hub?.address).toBe(moved);
});

it('the host goes on where it stopped: after a restart of the app, and after hosting was ended and begun again', async () => {
  const folder = tillFolder();
  const { host, sample, address } = await startHost(folder);
  const till = await startTill();
  await pair(host, till, address);
  await until(isDone(till));
  await host.close();

  const again = await startTill(folder);
  again.signInAs('owner');
  await until(isLive(again));
  await again.call('network.stopHosting', {});
  expect(await again.call('network.status', {})).toMatchObject({ role: 'alone', level: 'alone', pending: 0 });
  await again.call('sales.clear', {});
  const number = await sell(again, sample.product.id);
  await again.call('network.host', {});
  till.signInAs('owner');
  await until(async () => {
    await till.call('network.syncNow', {});
    return (await numbersAt(till)).includes(number);
  });
});

it('a till that has lost its key is refused, says so, and keeps what it has; the host finds back to its own hub', async () => {
  const [hostFolder, folder] = [tillFolder(), tillFolder()];
  const { host, sample, address } = await startHost(hostFolder);
  const till = await startTill(folder);
  await pair(host, till, address);
  await until(isDone(till));
  await until(isLive(till));
  await till.close();
  await host.close();
  for (const lost of [hostFolder, folder]) rmSync(join(lost, 'device-key.json'));

  const again = await startTill(hostFolder);
  await until(isLive(again));
  const stranger = await startTill(folder);
  await until(async () => (await stranger.call('network.status', {})).level === 'attention');
  expect(await stranger.call('network.status', {})).toMatchObject({ reason: 'wrong_key', role: 'member' });
  await stranger.call('staff.signIn', { staffId: sample.cashier, pin: pins.cashier });
  await sell(stranger, sample.product.id);
});

it('another shop’s file is not connected: neither shop gets the other’s goods', async () => {
  const folder = tillFolder();
  const { host } = await startHost(folder);
  await host.close();
  const other = await openTill();
  await fillShop(other);
  await other.closeKeeping(join(folder, 'galla.db'));
  const swapped = await startTill(folder);
  expect(await swapped.call('network.status', {})).toMatchObject({
    level: 'attention',
    phase: 'off',
    reason: 'other_shop',
  });
});

it('a till whose file is gone begins afresh instead of asking its old hub', async () => {
  const { host, address } = await startHost();
  const folder = tillFolder();
  const till = await startTill(folder);
  await pair(host, till, address);
  await until(isDone(till));
  await till.close();
  const bare = await openTill({ network: { folder } });
  closing.push(() => bare.close());
  expect(await bare.call('network.status', {})).toMatchObject({ role: 'alone' });
  expect(await bare.call('system.status', {})).toMatchObject({ phase: 'first-run' });
});
