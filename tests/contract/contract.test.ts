import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallName, contract } from '@shared/contract';
import type { Envelope } from '@shared/errors';
import { isAllowed, type Role, roles } from '@shared/roles';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples, importContent } from './examples';
import { badInputs, hostileSenders } from './hostile';
import { fillShop, type Sample } from './sample';
import { displaySender, openTill, type Till } from './world';

// proof: the keys of the contract are its call names
const names = Object.keys(contract) as CallName[];
const folder = mkdtempSync(join(tmpdir(), 'galla-contract-shop-'));
const template = join(folder, 'template.db');
const importFile = join(folder, 'products.csv');
let sample: Sample;
/** Shared by the calls that must change nothing. */
let till: Till;

beforeAll(async () => {
  writeFileSync(importFile, importContent);
  const first = await openTill();
  sample = await fillShop(first);
  await first.call('staff.signOut', {});
  await first.closeKeeping(template);
  till = await openTill({ from: template });
  await till.call('system.status', {});
});

afterAll(async () => {
  await till.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Calls of the first run. */
const withoutShop: ReadonlySet<CallName> = new Set(['shop.create', 'network.discover', 'network.join']);

/** A till on which the call's example can succeed, with the owner signed in. */
async function tillFor(name: CallName): Promise<Till> {
  if (withoutShop.has(name)) return openTill();
  const fresh = await openTill({
    from: template,
    importFile,
    ...(name === 'system.restoreBackup' && { damaged: true }),
  });
  if (name !== 'system.restoreBackup') fresh.signInAs('owner');
  return fresh;
}

/** A good input, made on a till of its own so that making it does not show in the one under test. */
async function goodInput(name: CallName): Promise<object> {
  const scratch = await tillFor(name);
  try {
    return await examples[name](sample, scratch);
  } finally {
    await scratch.close();
  }
}

/** Runs the calls and expects each to be refused so, and that neither the file nor the session has changed. */
async function expectRefused(
  calls: Iterable<readonly [what: string, call: () => Promise<Envelope<unknown>>]>,
  code: string,
): Promise<void> {
  const before = { writes: till.writes(), user: structuredClone(till.session.user) };
  const answered: string[] = [];
  for (const [what, call] of calls) {
    const answer = await call();
    if (answer.ok || answer.error.code !== code) answered.push(`${what}: ${answer.ok ? 'ok' : answer.error.code}`);
  }
  expect(answered).toEqual([]);
  expect({ writes: till.writes(), user: till.session.user }).toEqual(before);
}

describe.each(names)('%s', (name) => {
  it('answers a good input', async () => {
    const own = await tillFor(name);
    try {
      const answer = await own.raw(name, await examples[name](sample, own));
      expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true });
      // What crosses to the page must survive the crossing.
      if (answer.ok) expect(structuredClone(answer.value)).toEqual(answer.value);
    } finally {
      await own.close();
    }
  });

  it('refuses every bad input and changes nothing', async () => {
    const good = await goodInput(name);
    till.signInAs('owner');
    const calls = [...badInputs(good)].map(([what, input]) => [what, () => till.raw(name, input)] as const);
    await expectRefused(calls, 'bad_request');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('refuses a role that may not, and changes nothing', async () => {
    const good = await goodInput(name);
    const { permission } = contract[name];
    for (const role of [null, ...roles] satisfies (Role | null)[]) {
      if (isAllowed(role, permission)) continue;
      till.signInAs(role);
      const code = role === null ? 'not_signed_in' : 'not_allowed';
      await expectRefused([[String(role), () => till.raw(name, good)]], code);
    }
  });

  it('refuses every hostile sender and changes nothing', async () => {
    const good = await goodInput(name);
    till.signInAs('owner');
    const calls = hostileSenders(name).map(([who, sender]) => [who, () => till.raw(name, good, sender)] as const);
    await expectRefused(calls, 'untrusted_sender');
  });

  it('never answers with a bug, whatever comes', async () => {
    const own = await tillFor(name);
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
          async (input) => {
            const answer = await own.raw(name, input);
            return answer.ok || answer.error.code !== 'internal';
          },
        ),
        { numRuns: 50 },
      );
    } finally {
      await own.close();
    }
  });
});

describe('a call that is not in the contract', () => {
  it.each([
    '',
    'toString',
    '__proto__',
    'constructor',
    'sales',
    'sales.',
    'SALES.cart',
    'system.status ',
    5,
    null,
    {},
    ['sales.cart'],
  ])('is refused: %j', async (name) => {
    till.signInAs('owner');
    await expectRefused([[String(name), () => till.raw(name, {})]], 'bad_request');
  });
});

describe('the customer’s window', () => {
  it('may make one call', () => {
    expect(names.filter((name) => contract[name].from === 'display')).toEqual(['display.view']);
  });

  it('does not learn which calls there are', async () => {
    till.signInAs('owner');
    const calls = ['', 'toString', '__proto__', 'sales.', 'no.such', 5, null, {}].map(
      (name) => [String(name), () => till.raw(name, {}, displaySender)] as const,
    );
    await expectRefused(calls, 'untrusted_sender');
  });
});

describe('the permission of each call', () => {
  it('leaves to nobody signed in only what the lock screen, the first run and the trouble screen need', () => {
    expect(names.filter((name) => isAllowed(null, contract[name].permission)).sort()).toEqual([
      'attendance.clock',
      'attendance.identify',
      'display.view',
      'network.cancelJoin',
      'network.discover',
      'network.join',
      'network.joining',
      'network.status',
      'shop.create',
      'staff.list',
      'staff.signIn',
      'system.endTraining',
      'system.reportError',
      'system.restoreBackup',
      'system.retry',
      'system.saveDiagnostics',
      'system.status',
    ]);
  });
});
