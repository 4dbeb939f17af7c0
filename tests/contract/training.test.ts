import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CallInput } from '@shared/contract';
import { type Entity, entities } from '@shared/entities';
import { trainingPin, trainingSeries } from '@shared/training';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillShop, pins, type Sample } from './sample';
import { openTill, type Till } from './world';

const folder = mkdtempSync(join(tmpdir(), 'galla-contract-training-'));
const template = join(folder, 'template.db');
let sample: Sample;
let till: Till;

beforeAll(async () => {
  const first = await openTill();
  sample = await fillShop(first);
  await first.closeKeeping(template);
});
beforeEach(async () => {
  till = await openTill({ from: template });
  await till.call('system.status', {});
  await till.call('staff.signIn', { staffId: sample.owner, pin: pins.owner });
});
afterEach(() => till.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const trainingFile = () => join(dirname(till.file), 'training', 'galla.db');

/** As the window does it: the shop is changed, the page is loaded anew and asks which one it is. */
async function change(name: 'system.startTraining' | 'system.endTraining') {
  await till.call(name, {});
  return till.call('system.status', {});
}
const start = () => change('system.startTraining');
const end = () => change('system.endTraining');

async function sellOne(): Promise<string> {
  await till.call('sales.addLine', { productId: sample.product.id, quantity: 1_000 });
  const { id: cartId, revision, totals } = await till.call('sales.cart', {});
  const payments = [{ method: 'cash' as const, amount: totals.cashDue }];
  return (await till.call('sales.complete', { cartId, revision, payments })).billId;
}

/** Everything in a file: every row of every table, `meta` apart, which knows when somebody was last here. */
function contentOf(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'product_search%' AND name <> 'meta'`,
      )
      .all();
    return Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
  } finally {
    db.close();
  }
}
const rowsOf = (file: string, table: string) => contentOf(file)[table] ?? [];

describe('a training shop', () => {
  it('says so, and has the goods, people, customers and settings of the real one', async () => {
    const products = await till.call('catalogue.products', { sort: 'name', offset: 0, limit: 50 });
    const customers = await till.call('customers.list', { limit: 50 });
    expect(await start()).toMatchObject({ phase: 'ready', training: true, user: { staffId: sample.owner } });
    expect(await till.call('catalogue.products', { sort: 'name', offset: 0, limit: 50 })).toEqual(products);
    const known = await till.call('customers.list', { limit: 50 });
    expect(known.rows.map(({ name }) => name)).toEqual(customers.rows.map(({ name }) => name));
    const [found] = await till.call('catalogue.search', { text: 'dal', limit: 5 });
    expect(found?.name).toBe(sample.product.name);
  });

  it('has nothing of what the real one did: no bill, no money, no cart, no outbox, no sync, no printer, no identity', async () => {
    await start();
    await end();
    await start();
    await till.call('sales.cart', {});
    const real = contentOf(till.file);
    const copy = contentOf(trainingFile());
    const furniture = Object.entries<Entity>(entities)
      .filter(([, { kind }]) => kind === 'register')
      .flatMap(([name, { parts }]) => [name, ...Object.values(parts).map(({ table }) => table)])
      .filter((name) => !['terminal', 'alert', 'held_bill', 'held_bill_line'].includes(name));
    const own = ['terminal', 'stock_movement', 'stock_level', 'printer', 'sync_state', 'cart'];
    const unexpected = Object.keys(copy).filter(
      (table) => (copy[table]?.length ?? 0) > 0 && !furniture.includes(table) && !own.includes(table),
    );
    expect(unexpected).toEqual([]);
    expect(real.bill).not.toEqual([]);
    expect(copy.terminal).toMatchObject([{ series: trainingSeries }]);
    expect(copy.terminal).not.toMatchObject([{ id: (real.terminal as { id: string }[])[0]?.id }]); // proof: rows of a table with an id
    expect(copy.sync_state).toMatchObject([{ epoch: '', cursor: 0 }]);
  });

  it('has on its shelves what the real one has, as a sum of movements', async () => {
    await start();
    const { stock } = await till.call('catalogue.product', { id: sample.product.id });
    await end();
    expect((await till.call('catalogue.product', { id: sample.product.id })).stock).toBe(stock);
    expect(stock).not.toBe(0);
  });

  it('takes nobody’s PIN with it', async () => {
    await start();
    const hashes = (file: string) => rowsOf(file, 'staff').map((row) => (row as { pin_hash: string }).pin_hash); // proof: the column of the table
    expect(hashes(trainingFile()).filter((hash) => hashes(till.file).includes(hash))).toEqual([]);
    await expect(till.call('staff.signIn', { staffId: sample.owner, pin: pins.owner })).rejects.toThrow('wrong_pin');
    expect(await till.call('staff.signIn', { staffId: sample.owner, pin: trainingPin })).toMatchObject({
      user: { role: 'owner' },
    });
  });

  it('changes not one row of the real file, whatever is done in it', async () => {
    await start();
    const before = contentOf(till.file);
    const billId = await sellOne();
    await till.call('sales.void', { billId, reason: 'Wrong goods' });
    await till.call('customers.save', { ...newcomer });
    await till.call('stock.adjust', { productId: sample.product.id, quantity: -1_000, reason: 'adjustment', note: '' });
    await till.call('staff.signOut', {});
    expect(contentOf(till.file)).toEqual(before);
    await end();
    expect(contentOf(till.file)).toEqual(before);
  });

  it('gives its bills numbers that no real bill has, and papers that say what they are', async () => {
    await start();
    const id = await sellOne();
    expect((await till.call('sales.bill', { id })).number).toMatch(new RegExp(`^${trainingSeries}/`));
    const { blocks } = await till.call('printing.receipt', { kind: 'bill', id, copy: 'original' });
    const mark = { is: 'text', text: 'TRAINING, NOT A BILL', inverse: true };
    expect(blocks.at(0)).toMatchObject(mark);
    expect(blocks.at(-1)).toMatchObject(mark);
  });

  it('prints on the screen only', async () => {
    await start();
    expect(await till.call('printing.printers', {})).toMatchObject([{ kind: 'simulator', isDefault: true }]);
    const real: CallInput<'printing.savePrinter'> = {
      name: 'Epson',
      kind: 'network',
      address: '192.168.1.50:9100',
      width: 80,
      profile: 'epson',
      isDefault: true,
      hasDrawer: true,
      printsSales: true,
    };
    await expect(till.call('printing.savePrinter', real)).rejects.toThrow('not_in_training');
  });

  it('sends nothing to a customer', async () => {
    await start();
    const billId = await sellOne();
    await expect(till.call('printing.share', { billId, by: 'whatsapp' })).rejects.toThrow('not_in_training');
    expect(till.openedLinks).toEqual([]);
  });

  it('asks nobody for real money: its UPI id is of no bank, and no other can be set', async () => {
    await till.call('settings.save', { upi_id: 'asha@upi' });
    await start();
    const { upi_id: instead } = await till.call('settings.get', {});
    expect(instead).toBe('training@training');
    const asked = await till.call('sales.upiLink', { amount: 100, reference: sample.owner });
    expect(asked?.link).not.toContain('asha');
    const answer = await till.raw('settings.save', { upi_id: 'asha@upi' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_in_training' } });
    await till.call('settings.save', { upi_id: instead, address: '2 Other Road' });
  });

  it('is made anew each time, and gone afterwards', async () => {
    await start();
    await sellOne();
    await end();
    expect(existsSync(dirname(trainingFile()))).toBe(false);
    await start();
    expect((await till.call('sales.bills', { limit: 5 })).rows).toEqual([]);
  });
});

const newcomer: CallInput<'customers.save'> = {
  name: 'Nobody',
  phone: null,
  gstin: null,
  stateCode: null,
  address: null,
  email: null,
  creditLimit: null,
  note: null,
};

describe('coming back from training', () => {
  it('finds the open bill as it was left', async () => {
    await till.call('sales.addLine', { productId: sample.product.id, quantity: 3_000 });
    const cart = await till.call('sales.cart', {});
    expect(cart.lines).not.toEqual([]);
    await start();
    expect((await till.call('sales.cart', {})).lines).toEqual([]);
    expect(await end()).toMatchObject({ phase: 'ready', training: false });
    expect(await till.call('sales.cart', {})).toEqual(cart);
  });

  it('signs in nobody by a PIN of training', async () => {
    await start();
    await till.call('staff.signIn', { staffId: sample.owner, pin: trainingPin });
    expect(await end()).toMatchObject({ phase: 'locked', training: false });
  });

  it('signs in nobody by a PIN of training that was still being checked', async () => {
    await start();
    await till.call('staff.signOut', {});
    const late = till.raw('staff.signIn', { staffId: sample.owner, pin: trainingPin });
    await till.call('system.endTraining', {});
    expect(await late).toMatchObject({ ok: false });
    expect(await till.call('system.status', {})).toMatchObject({ phase: 'locked', training: false });
  });

  it('is open to a till that nobody is signed in to', async () => {
    await start();
    await till.call('staff.signOut', {});
    expect(await end()).toMatchObject({ phase: 'locked', training: false });
  });
});

describe('a till that hosts its shop', () => {
  it('is alone in training, reaches no other till from there, and hosts again afterwards', async () => {
    expect(await till.call('network.host', {})).toMatchObject({ role: 'host' });
    await start();
    expect(await till.call('network.status', {})).toMatchObject({ role: 'alone', level: 'alone' });
    for (const name of ['network.host', 'network.stopHosting', 'network.openPairing'] as const) {
      expect(await till.raw(name, {})).toMatchObject({ ok: false, error: { code: 'not_in_training' } });
    }
    await sellOne();
    await end();
    expect(await till.call('network.status', {})).toMatchObject({ role: 'host' });
  });
});

describe('while the shops change places', () => {
  it.each(['system.startTraining', 'system.endTraining'] as const)(
    'a call from a page that shows the other shop is refused: %s',
    async (name) => {
      if (name === 'system.endTraining') await start();
      await till.call(name, {});
      const add = () => till.raw('sales.addLine', { productId: sample.product.id, quantity: 1_000 });
      expect(await add()).toMatchObject({ ok: false, error: { code: 'busy', retryable: true } });
      await till.call('system.status', {});
      expect(await add()).toMatchObject({ ok: true });
    },
  );

  it('a second wish is refused', async () => {
    const first = till.raw('system.startTraining', {});
    expect(await till.raw('system.startTraining', {})).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(await first).toMatchObject({ ok: true });
  });

  it('a copy that cannot be made leaves the shop as it is, with the person signed in', async () => {
    // Something that a new file has no place for.
    const odd = join(folder, 'odd.db');
    copyFileSync(template, odd);
    const db = new Database(odd);
    db.exec('ALTER TABLE brand ADD COLUMN odd TEXT');
    db.close();
    const blocked = await openTill({ from: odd });
    try {
      await blocked.call('staff.signIn', { staffId: sample.owner, pin: pins.owner });
      const before = contentOf(blocked.file);
      expect(await blocked.raw('system.startTraining', {})).toMatchObject({ ok: false });
      expect(await blocked.call('system.status', {})).toMatchObject({ phase: 'ready', training: false });
      expect(readdirSync(dirname(blocked.file))).not.toContain('training');
      expect(contentOf(blocked.file)).toEqual(before);
    } finally {
      await blocked.close();
    }
  });
});

it('a till that died in training starts in the real shop, at its sign-in, and clears up', async () => {
  await start();
  // What is on the disk at this moment is what a power cut leaves.
  const left = join(folder, 'left');
  mkdirSync(left);
  for (const name of readdirSync(dirname(till.file))) {
    cpSync(join(dirname(till.file), name), join(left, name), { recursive: true });
  }
  expect(readdirSync(left)).toContain('training');
  const again = await openTill({ sharedFile: join(left, 'galla.db') });
  try {
    expect(await again.call('system.status', {})).toMatchObject({ phase: 'locked', training: false });
    expect(readdirSync(left)).not.toContain('training');
  } finally {
    await again.close();
  }
});
