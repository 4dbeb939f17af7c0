import { createPublicKey, verify } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManualClock } from '@shared/clock';
import { afterEach, describe, expect, it } from 'vitest';
import { addressText, readAddress } from '../../../src/main/network/address';
import { EventLog } from '../../../src/main/network/event-log';
import { loadIdentity } from '../../../src/main/network/identity';
import { Memory } from '../../../src/main/network/memory';
import type { KeyVault } from '../../../src/main/network/ports';
import { levelOf, lineReason } from '../../../src/main/network/status';
import { noVault, silentLog, temporaryFolder } from '../../support/network';

const removing: (() => void)[] = [];
afterEach(() => {
  for (const remove of removing.splice(0)) remove();
});

function newFolder(): string {
  const { folder, remove } = temporaryFolder();
  removing.push(remove);
  return folder;
}

/** A keyring that turns a text around, as long as it is unlocked. */
function makeVault(): KeyVault & { isLocked: boolean } {
  const turn = (text: string) => [...text].reverse().join('');
  return {
    isLocked: false,
    isAvailable: () => true,
    seal: (secret) => Buffer.from(turn(secret)),
    open(sealed) {
      if (this.isLocked) throw new Error('locked');
      return turn(sealed.toString());
    },
  };
}

const file = (folder: string) => join(folder, 'device-key.json');

describe('the key of an installation', () => {
  it('stays the same from start to start, and signs', () => {
    const folder = newFolder();
    const first = loadIdentity(folder, noVault, silentLog, true);
    const second = loadIdentity(folder, noVault, silentLog, true);
    expect(second.publicKey).toBe(first.publicKey);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: first.publicKey }, format: 'jwk' });
    const signature = Buffer.from(second.sign('a text'), 'base64url');
    expect(verify(null, Buffer.from('a text'), key, signature)).toBe(true);
    expect(verify(null, Buffer.from('another text'), key, signature)).toBe(false);
  });

  it('lies in a file for this user alone where there is no keyring, and says so', () => {
    const folder = newFolder();
    expect(loadIdentity(folder, noVault, silentLog, true).place).toBe('file');
    expect(statSync(file(folder)).mode & 0o077).toBe(0);
  });

  it('lies sealed where there is a keyring', () => {
    const folder = newFolder();
    const vault = makeVault();
    const { place, publicKey } = loadIdentity(folder, vault, silentLog, true);
    expect(place).toBe('keyring');
    expect(readFileSync(file(folder), 'utf8')).not.toContain('PRIVATE KEY');
    expect(loadIdentity(folder, vault, silentLog, true).publicKey).toBe(publicKey);
  });

  it('is not given up for a keyring that is locked today, as long as something depends on it', () => {
    const folder = newFolder();
    const vault = makeVault();
    const { publicKey } = loadIdentity(folder, vault, silentLog, true);
    vault.isLocked = true;
    expect(loadIdentity(folder, vault, silentLog, false).publicKey).not.toBe(publicKey);
    vault.isLocked = false;
    expect(loadIdentity(folder, vault, silentLog, false).publicKey).toBe(publicKey);
  });

  it('is made anew when the keyring cannot open it or the file is nonsense, before a till is paired', () => {
    const folder = newFolder();
    const vault = makeVault();
    const { publicKey } = loadIdentity(folder, vault, silentLog, true);
    vault.isLocked = true;
    const second = loadIdentity(folder, vault, silentLog, true);
    expect(second.publicKey).not.toBe(publicKey);
    writeFileSync(file(folder), '{"place":"file","key":"nonsense"}');
    expect(loadIdentity(folder, noVault, silentLog, true).publicKey).not.toBe(second.publicKey);
  });
});

describe('what an installation belongs to', () => {
  it('is remembered over starts; nonsense is as if it were new', () => {
    const folder = newFolder();
    expect(new Memory(folder).membership).toEqual({ role: 'alone', port: 0 });
    const hub = { name: 'Asha Kirana', address: '192.168.1.5:4747', fingerprint: 'f'.repeat(64) };
    new Memory(folder).membership = { role: 'member', shop: null, hub, port: 0 };
    expect(new Memory(folder).membership).toEqual({ role: 'member', shop: null, hub, port: 0 });
    writeFileSync(join(folder, 'network.json'), '{"role":"host","shop":5}');
    expect(new Memory(folder).membership).toEqual({ role: 'alone', port: 0 });
  });
});

it('the last hundred events are kept over restarts, newest first', () => {
  const folder = newFolder();
  const clock = new ManualClock(1_000);
  const log = new EventLog(folder, clock, silentLog);
  for (let n = 1; n <= 120; n++) log.add('rejected', { count: n });
  const kept = new EventLog(folder, clock, silentLog).events;
  expect(kept).toHaveLength(100);
  expect(kept[0]).toEqual({ at: 1_000, kind: 'rejected', params: { count: 120 } });
  expect(kept.at(-1)?.params).toEqual({ count: 21 });
});

describe('the word for a line', () => {
  it.each([
    ['alone', 'off', null, 3, 'alone'],
    ['member', 'waiting', null, 0, 'connecting'],
    ['host', 'off', null, 0, 'connecting'],
    ['member', 'waiting', 'line_lost', 0, 'offline'],
    ['member', 'waiting', 'line_lost', 2, 'offline'],
    ['member', 'greeting', 'line_lost', 0, 'connecting'],
    ['member', 'live', null, 0, 'live'],
    ['member', 'push_only', null, 0, 'live'],
    ['member', 'live', null, 1, 'attention'],
    ['member', 'waiting', 'revoked', 0, 'attention'],
    ['member', 'connecting', 'wrong_certificate', 0, 'attention'],
    ['host', 'off', 'other_shop', 0, 'attention'],
  ] as const)('%s, %s, %s, %i items: %s', (role, phase, reason, attention, level) => {
    expect(levelOf(role, phase, reason, attention)).toBe(level);
  });

  it('is never an unknown one: what the line itself knows goes before the engine’s word, a foreign word is a lost line', () => {
    expect(lineReason('line_lost', 'wrong_certificate')).toBe('wrong_certificate');
    expect(lineReason('no_answer', 'unreachable')).toBe('no_answer');
    expect(lineReason('something new', null)).toBe('line_lost');
    expect(lineReason(null, null)).toBeNull();
  });
});

describe('an address', () => {
  it.each([
    ['192.168.1.5', '192.168.1.5:4747'],
    [' till-1.local:5000 ', 'till-1.local:5000'],
    ['[fe80::1]', '[fe80::1]:4747'],
    ['[::1]:4000', '[::1]:4000'],
  ])('%j is read as %j', (typed, read) => {
    expect(addressText(readAddress(typed))).toBe(read);
  });

  it.each(['', 'two words', 'host:0', 'host:70000', 'https://host', 'host/path', '::1', 'a@b', 'host:'])(
    '%j is none',
    (typed) => {
      expect(() => readAddress(typed)).toThrow(expect.objectContaining({ code: 'bad_value' }));
    },
  );
});
