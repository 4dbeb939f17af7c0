import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileLog } from '../../src/main/shell/log';
import { fillShop, newCustomer, pins } from './sample';
import { openTill, type Till } from './world';

let folder: string;
let log: ReturnType<typeof openFileLog>;
let till: Till;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galla-contract-log-'));
  log = openFileLog(folder, { version: '0.0.0' });
  till = await openTill({ alsoLogTo: log });
});
afterEach(async () => {
  await till.close();
  rmSync(folder, { recursive: true, force: true });
});

async function written(): Promise<string> {
  await log.close();
  return readFileSync(join(folder, 'galla.log'), 'utf8');
}

describe('the log file', () => {
  it('has no PIN, phone, name, address or mail of anybody, whether calls succeed or are refused', async () => {
    const { owner, cashier } = await fillShop(till);
    await till.raw('staff.signIn', { staffId: cashier, pin: '73518428' });
    await till.raw('staff.signIn', { staffId: owner, pin: pins.owner });
    await till.raw('staff.save', { name: 'Sunita', role: 'cashier', active: true, pin: 'not a pin 58291634' });
    await till.raw('customers.save', { ...newCustomer, id: '98765 43210' });
    await till.raw('customers.save', { ...newCustomer, phone: '+91 98765 43210 and more' });
    await till.raw('system.reportError', {
      message: 'customer 9876543210 has PIN 48260517',
      stack: 'Error: customer 9876543210 has PIN 48260517\n    at pay (app://galla/assets/index.js:12:34567)',
      screen: 'counter',
    });
    const text = await written();
    for (const secret of [
      ...Object.values(pins),
      '73518428',
      '58291634',
      '98765 43210',
      '9876543210',
      'Meera',
      'Sunita',
      'Market Road',
      'meera@example.org',
    ]) {
      expect(text).not.toContain(secret);
    }
    // It has not stayed empty: what was refused stands in it, and where the screen failed.
    expect(text).toContain('"code":"wrong_pin"');
    expect(text).toContain('"code":"bad_request"');
    expect(text).toContain('assets/index.js:12:34567');
  });

  it('has the correlation id of a refusal, which the screen shows too', async () => {
    const answer = await till.raw('sales.cart', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_signed_in' } });
    const id = answer.ok ? '' : answer.error.correlationId;
    expect(await written()).toContain(`"correlationId":"${id}"`);
  });

  it('has the stack of a bug, without what was typed, which the screen does not get', async () => {
    const { session } = till;
    // A user whose name cannot be read: no such state exists, so meeting it is a bug.
    Object.defineProperty(session, 'user', {
      configurable: true,
      get() {
        throw new TypeError('cannot read 98765 43210 of Meera Nair');
      },
    });
    const answer = await till.raw('customers.save', newCustomer);
    Object.defineProperty(session, 'user', { value: null, writable: true });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', params: {} } });
    expect(JSON.stringify(answer)).not.toContain('TypeError');
    const text = await written();
    expect(text).toContain('TypeError: cannot read');
    expect(text).toContain('bind.ts');
    expect(text).not.toContain('98765');
    expect(text).not.toContain('Meera');
  });
});
