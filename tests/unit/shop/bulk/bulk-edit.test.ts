import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BulkProgress, type CallInput, contract, type HandlerInput } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BulkDesk } from '../../../../src/main/shop/bulk';
import { readPendingBulk } from '../../../../src/main/shop/bulk/record';
import { historyHandlers } from '../../../../src/main/shop/history';
import { type Office, openOffice, openShopOffice, productInput } from '../../../support/office';

let office: Office;
let desk: BulkDesk;
let progress: BulkProgress[];
beforeEach(async () => {
  office = await openShopOffice();
  progress = [];
  desk = new BulkDesk(office.deps, (each) => progress.push(each));
});
afterEach(() => office.shop.dispose());

type Run = CallInput<'bulk.run'>;
type Selection = Run['selection'];
type Change = Run['change'];

const save = (input: Parameters<typeof productInput>[0]): string => {
  const saved = office.handlers['catalogue.saveProduct'](productInput(input), office);
  if (saved instanceof Promise) throw new Error('saving a product is synchronous');
  return saved.id;
};
const remove = (id: string) => office.handlers['catalogue.removeProduct']({ id }, office);
const field = (id: string, column: string): unknown =>
  office.store.sql<[string], { value: unknown }>(`SELECT ${column} AS value FROM product WHERE id = ?`).get(id)?.value;
const price = (id: string) => field(id, 'price');
const outbox = (): number => office.store.sql<[], { n: number }>('SELECT count(*) AS n FROM outbox').get()?.n ?? 0;
const told = (id: string) =>
  office.store.sql<[string], { n: number }>(`SELECT count(*) AS n FROM outbox WHERE ops LIKE '%' || ? || '%'`).get(id)
    ?.n;

const these = (...ids: string[]): Selection => ({ of: 'these', ids });
const all: Selection = { of: 'filter' };
const whole = { step: 100 };
const dearer = (rate: number, rounding = whole): Change => ({ field: 'price', how: { by: 'percent', rate }, rounding });
const setTo = (to: number): Change => ({ field: 'price', how: { by: 'set', price: to }, rounding: whole });

let requests = 0;
const newRequest = () => `01890a5d-ac96-774b-bcce-${String(++requests).padStart(12, '0')}`;
const preview = (selection: Selection, change: Change, page = { offset: 0, limit: 200 }) =>
  desk.preview(contract['bulk.preview'].input.parse({ selection, change, ...page }));
const seen = async (selection: Selection, change: Change): Promise<HandlerInput<'bulk.run'>> => {
  const { stamp } = await preview(selection, change);
  return contract['bulk.run'].input.parse({ requestId: newRequest(), selection, change, stamp });
};
const run = async (selection: Selection, change: Change) => desk.run(await seen(selection, change), 'owner');

describe('a bulk edit', () => {
  it('changes every chosen product once, and tells the other tills of each', async () => {
    const ids = [1_010, 2_020, 3_030].map((each, n) => save({ name: `Thing ${n}`, price: each }));
    const other = save({ name: 'Other', price: 500 });
    const before = ids.map((id) => told(id) ?? 0);
    const result = await run(these(...ids), dearer(50_000));
    expect(result).toMatchObject({ changed: 3, same: 0, refused: 0, left: 0, refusals: [] });
    expect(ids.map(price)).toEqual([1_100, 2_100, 3_200]);
    expect(price(other)).toBe(500);
    expect(ids.map((id, n) => (told(id) ?? 0) - (before[n] ?? 0))).toEqual([1, 1, 1]);
  });

  it('does the same request only once, also when it is asked for meanwhile or after a restart', async () => {
    const id = save({ name: 'Tea', price: 1_000 });
    const request = await seen(these(id), dearer(100_000));
    const [first, meanwhile] = await Promise.all([desk.run(request, 'owner'), desk.run(request, 'owner')]);
    expect(meanwhile).toEqual(first);
    const sent = outbox();
    expect(await desk.run(request, 'owner')).toEqual(first);
    const later = new BulkDesk(office.deps, () => {});
    expect(await later.run(request, 'owner')).toEqual(first);
    expect(price(id)).toBe(1_100);
    expect(outbox()).toBe(sent);
  });

  it('makes only what was seen', async () => {
    const id = save({ name: 'Tea', price: 1_000 });
    const request = await seen(all, dearer(100_000));
    save({ id, name: 'Tea', price: 1_500 });
    await expect(desk.run(request, 'owner')).rejects.toMatchObject({ code: 'bulk_stale' });
    const again = await seen(all, dearer(100_000));
    save({ name: 'Coffee', price: 1_000 });
    await expect(desk.run(again, 'owner')).rejects.toMatchObject({ code: 'bulk_stale' });
    expect(price(id)).toBe(1_500);
    expect(readPendingBulk(office.store)).toBeNull();
  });

  it('leaves alone, and names, what cannot be', async () => {
    const gone = save({ name: 'Gone', price: 1_000 });
    remove(gone);
    const capped = save({ name: 'Capped', price: 1_000, mrp: 1_050 });
    const cheap = save({ name: 'Cheap', price: 100 });
    const unknown = newRequest();
    expect(await run(these(gone, capped, unknown), dearer(100_000))).toMatchObject({
      changed: 0,
      refused: 3,
      refusals: expect.arrayContaining([
        { id: gone, name: 'Gone', reason: 'deleted' },
        { id: capped, name: 'Capped', reason: 'above_mrp' },
        { id: unknown, name: '', reason: 'not_found' },
      ]),
    });
    const less: Change = { field: 'price', how: { by: 'amount', amount: -101 }, rounding: { step: 1 } };
    expect((await run(these(cheap), less)).refusals).toEqual([{ id: cheap, name: 'Cheap', reason: 'negative' }]);
    save({ id: cheap, name: 'Cheap', price: 999_999_999_999 });
    expect((await run(these(cheap), dearer(1))).refusals).toMatchObject([{ reason: 'too_large' }]);
    const margin: Change = { field: 'price', how: { by: 'margin', rate: 200_000 }, rounding: whole };
    expect((await run(these(cheap), margin)).refusals).toMatchObject([{ reason: 'no_cost' }]);
    expect((await run(these(cheap), { field: 'reorderLevel', to: 1_500 })).refusals).toMatchObject([
      { reason: 'unit_decimals' },
    ]);
  });

  it('previews what it would make: the refused first, then what deserves a look, margins with it', async () => {
    save({ name: 'A good one', price: 1_000, cost: 800 });
    save({ name: 'Below', price: 1_000, cost: 2_000 });
    save({ name: 'Capped', price: 1_000, mrp: 1_050 });
    save({ name: 'Same', price: 0 });
    const box = [{ unit: 'BOX', factor: 12_000, price: 9_000, barcode: null }];
    save({ name: 'Boxed', price: 1_000, units: box });
    const { rows, total, counts } = await preview(all, dearer(100_000));
    expect(counts).toEqual({ change: 3, same: 1, refused: 1, warned: 2 });
    expect(total).toBe(5);
    expect(
      rows.map(({ name, before, after, reason, warnings, margin }) => [name, before, after, reason, warnings, margin]),
    ).toEqual([
      ['Capped', 1_000, 1_100, 'above_mrp', [], null],
      ['Below', 1_000, 1_100, null, ['below_cost'], -818_182],
      ['Boxed', 1_000, 1_100, null, ['units'], null],
      ['A good one', 1_000, 1_100, null, [], 272_727],
      ['Same', 0, 0, null, [], null],
    ]);
    expect((await preview(all, dearer(100_000), { offset: 3, limit: 1 })).rows).toMatchObject([{ name: 'A good one' }]);
    expect(await preview(all, setTo(0))).toMatchObject({ counts: { warned: 4 } });
  });

  it('takes all that a filter finds, but for some', async () => {
    const dal = save({ name: 'Toor dal', price: 1_000 });
    const moong = save({ name: 'Moong dal', price: 1_000 });
    const tea = save({ name: 'Tea', price: 1_000 });
    expect(await run({ of: 'filter', text: 'dal', except: [moong] }, setTo(2_000))).toMatchObject({ changed: 1 });
    expect([dal, moong, tea].map(price)).toEqual([2_000, 1_000, 1_000]);
    expect(await run({ of: 'filter', text: 'nothing like it' }, setTo(2_000))).toMatchObject({
      changed: 0,
      refused: 0,
    });
  });

  it('gives category, brand, tax class, reorder level and switches through the same door', async () => {
    const id = save({ name: 'Tea', reorderLevel: 5_000 });
    const brand = office.handlers['catalogue.saveBrand']({ name: 'Himalay', active: true }, office);
    const category = office.handlers['catalogue.saveCategory'](
      { name: 'Drinks', parentId: null, active: true },
      office,
    );
    if (brand instanceof Promise || category instanceof Promise) throw new Error('both are synchronous');
    const [taxClass] = office.store.sql<[], { id: string }>('SELECT id FROM tax_class').all();
    const changes: [Change, string, unknown][] = [
      [{ field: 'brand', to: brand.id }, 'brand_id', brand.id],
      [{ field: 'category', to: category.id }, 'category_id', category.id],
      [{ field: 'taxClass', to: taxClass?.id ?? null }, 'tax_class_id', taxClass?.id],
      [{ field: 'reorderLevel', to: null }, 'reorder_level', null],
      [{ field: 'favourite', to: true }, 'favourite', 1],
      [{ field: 'active', to: false }, 'active', 0],
    ];
    for (const [change, column, value] of changes) {
      expect(await run(all, change)).toMatchObject({ changed: 1 });
      expect(field(id, column)).toBe(value);
      expect(await run(all, change)).toMatchObject({ changed: 0, same: 1 });
    }
    expect((await preview(all, { field: 'brand', to: null })).rows).toMatchObject([{ before: 'Himalay', after: null }]);
    await expect(run(all, { field: 'brand', to: newRequest() })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('raises the alert of a level that is now too high', async () => {
    save({ name: 'Tea', openingStock: 3_000 });
    await run(all, { field: 'reorderLevel', to: 5_000 });
    expect(office.store.sql('SELECT kind FROM alert').all()).toEqual([{ kind: 'low_stock' }]);
  });

  it('stands in the history of each product, as if it had been saved by hand', async () => {
    const id = save({ name: 'Tea', price: 1_000 });
    const { staffId = '' } = office.session.user ?? {};
    await desk.run(await seen(these(id), setTo(1_200)), staffId);
    const changes = historyHandlers(office.deps)['history.changes'];
    expect(await changes({ kind: 'product', id, offset: 0, limit: 20 }, office)).toMatchObject({
      rows: [{ field: 'price', before: { money: 1_000 }, after: { money: 1_200 }, staff: 'Asha' }],
    });
  });
});

describe('an undo', () => {
  it('gives back what was taken, but for what somebody has changed since', async () => {
    const [tea = '', coffee = '', milk = ''] = ['Tea', 'Coffee', 'Milk'].map((name) => save({ name, price: 1_000 }));
    const { requestId } = await run(all, dearer(100_000));
    save({ id: coffee, name: 'Coffee', price: 1_700 });
    remove(milk);
    const back = await desk.undo(requestId, 'owner');
    expect(back).toMatchObject({ changed: 1, refused: 2 });
    expect(back.refusals).toEqual([
      { id: coffee, name: 'Coffee', reason: 'changed_since' },
      { id: milk, name: 'Milk', reason: 'deleted' },
    ]);
    expect([tea, coffee, milk].map(price)).toEqual([1_000, 1_700, 1_100]);
  });

  it('is done once, however often it is asked for', async () => {
    const id = save({ name: 'Tea', price: 1_000 });
    const { requestId } = await run(all, dearer(100_000));
    const [back, meanwhile] = await Promise.all([desk.undo(requestId, 'owner'), desk.undo(requestId, 'owner')]);
    expect(meanwhile).toEqual(back);
    save({ id, name: 'Tea', price: 1_100 });
    expect(await desk.undo(requestId, 'owner')).toEqual(back);
    expect(price(id)).toBe(1_100);
  });

  it('leaves alone what the change had refused, also where it has that value by now', async () => {
    const capped = save({ name: 'Capped', price: 1_000, mrp: 1_050 });
    save({ name: 'Tea', price: 1_000 });
    const { requestId } = await run(all, dearer(100_000));
    save({ id: capped, name: 'Capped', price: 1_100 });
    expect(await desk.undo(requestId, 'owner')).toMatchObject({ changed: 1, refused: 0 });
    expect(price(capped)).toBe(1_100);
  });

  it('holds the old price against what holds now', async () => {
    const id = save({ name: 'Tea', price: 2_000 });
    const { requestId } = await run(all, setTo(1_000));
    save({ id, name: 'Tea', price: 1_000, mrp: 1_500 });
    expect((await desk.undo(requestId, 'owner')).refusals).toMatchObject([{ reason: 'above_mrp' }]);
    expect(price(id)).toBe(1_000);
  });

  it('is not offered for what nobody remembers; old plans go', async () => {
    save({ name: 'Tea', price: 1_000 });
    const { requestId } = await run(all, setTo(2_000));
    for (let n = 0; n < 10; n++) await run(all, setTo(3_000 + n * 100));
    await expect(desk.undo(requestId, 'owner')).rejects.toMatchObject({ code: 'not_found' });
    expect(readdirSync(join(office.shop.folder, 'bulk'))).toHaveLength(10);
    await expect(desk.undo(newRequest(), 'owner')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a bulk edit of many', () => {
  const count = 600;
  let ids: string[];
  beforeEach(() => {
    ids = Array.from({ length: count }, (_, n) => save({ name: `Thing ${String(n).padStart(4, '0')}`, price: 1_000 }));
  });
  const changed = () => ids.filter((id) => price(id) === 1_100).length;

  it('lets the counter write between its slices', async () => {
    const request = await seen(all, dearer(100_000));
    let running = true;
    const work = desk.run(request, 'owner').finally(() => {
      running = false;
    });
    let turns = 0;
    while (running) {
      turns++;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    expect(await work).toMatchObject({ changed: count });
    expect(turns).toBeGreaterThan(10);
    expect(changed()).toBe(count);
  });

  it('stops where it is told to, says so, and what it did can be taken back', async () => {
    const request = await seen(all, dearer(100_000));
    const work = desk.run(request, 'owner');
    while (changed() === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    desk.stop(request.requestId);
    const result = await work;
    expect(result.changed).toBe(changed());
    expect(result.left).toBe(count - result.changed);
    expect(result.left).toBeGreaterThan(0);
    expect(await desk.run(request, 'owner')).toEqual(result);
    expect(await desk.undo(request.requestId, 'owner')).toMatchObject({ changed: result.changed, refused: 0, left: 0 });
    expect(changed()).toBe(0);
  });

  it('names what changed under its hands, and leaves it', async () => {
    const request = await seen(all, dearer(100_000));
    const work = desk.run(request, 'owner');
    while (changed() === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    const last = ids.at(-1) ?? '';
    save({ id: last, name: 'Thing last', price: 5_000 });
    expect((await work).refusals).toEqual([{ id: last, name: 'Thing 0599', reason: 'changed_since' }]);
    expect(price(last)).toBe(5_000);
    expect(await desk.undo(request.requestId, 'owner')).toMatchObject({ changed: count - 1 });
  });

  it('gives nobody a brand that was removed meanwhile', async () => {
    const brand = office.handlers['catalogue.saveBrand']({ name: 'Himalay', active: true }, office);
    if (brand instanceof Promise) throw new Error('saving a brand is synchronous');
    const work = desk.run(await seen(all, { field: 'brand', to: brand.id }), 'owner');
    const branded = () => ids.filter((id) => field(id, 'brand_id') === brand.id).length;
    while (branded() === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    // As another till's removal arrives, which knew of no product that has it.
    office.store.mutate({ name: 'brand.remove', kind: 'request', actor: 'x' }, (m) => m.del('brand', brand.id));
    const result = await work;
    expect(result).toMatchObject({ changed: branded(), refused: count - branded(), left: 0 });
    expect(result.refused).toBeGreaterThan(0);
    expect(new Set(result.refusals.map(({ reason }) => reason))).toEqual(new Set(['group_gone']));
  });

  it('takes one at a time', async () => {
    const request = await seen(all, dearer(100_000));
    const work = desk.run(request, 'owner');
    await expect(desk.run({ ...request, requestId: newRequest() }, 'owner')).rejects.toMatchObject({ code: 'busy' });
    await work;
    expect(changed()).toBe(count);
  });

  it('cut short by a closed app, goes on to its end at the next start, each product once', async () => {
    const request = await seen(all, dearer(100_000));
    const work = desk.run(request, 'owner');
    while (changed() === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    await Promise.all([expect(work).rejects.toMatchObject({ code: 'cancelled' }), desk.close()]);
    expect(changed()).toBeLessThan(count);
    await office.store.close();
    office = openOffice(office.shop);
    const next = new BulkDesk(office.deps, () => {});
    const resumed = await next.resume();
    expect(resumed).toMatchObject({ requestId: request.requestId, changed: count, left: 0 });
    expect(changed()).toBe(count);
    expect(await next.run(request, 'owner')).toEqual(resumed);
    expect(office.store.sql(`SELECT count(*) AS n FROM field_history WHERE field = 'price'`).get()).toEqual({
      n: count,
    });
    expect(await next.resume()).toBeNull();
  });

  it('is written once, though the start looks for what was cut short while it is', async () => {
    const request = await seen(all, dearer(100_000));
    const work = desk.run(request, 'owner');
    while (changed() === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    expect(await desk.resume()).toBeNull();
    expect(await work).toMatchObject({ changed: count, refused: 0, left: 0 });
    expect(await desk.undo(request.requestId, 'owner')).toMatchObject({ changed: count, left: 0 });
    expect(changed()).toBe(0);
  });

  it('cut short, goes on to its end though the change that waits for it is stopped', async () => {
    const request = await seen(all, dearer(100_000));
    const work = desk.run(request, 'owner');
    while (changed() === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    await Promise.all([expect(work).rejects.toThrow(), desk.close()]);
    desk = new BulkDesk(office.deps, () => {});
    const other = await seen(these(ids[0] ?? ''), setTo(5_000));
    const waiting = desk.run(other, 'owner');
    desk.stop(other.requestId);
    expect(await waiting).toMatchObject({ changed: 0, left: 1 });
    expect(changed()).toBe(count);
    expect(await desk.run(request, 'owner')).toMatchObject({ changed: count, left: 0 });
  });

  it('leaves no plan behind that nobody decided', async () => {
    const request = await seen(all, dearer(100_000));
    await desk.run(request, 'owner');
    const folder = join(office.shop.folder, 'bulk');
    writeFileSync(join(folder, 'nobody.jsonl'), '');
    expect(await desk.resume()).toBeNull();
    expect(readdirSync(folder)).toEqual([`${request.requestId}.jsonl`]);
  });

  it('a slice that fails leaves what it told before, whole; the next try goes on', async () => {
    office.store.transaction((tx) =>
      tx
        .local(`CREATE TRIGGER full BEFORE UPDATE ON product WHEN OLD.name = 'Thing 0300' AND NEW.price <> OLD.price
        BEGIN SELECT RAISE(ABORT, 'no room'); END`)
        .run(),
    );
    const request = await seen(all, dearer(100_000));
    await expect(desk.run(request, 'owner')).rejects.toThrow('no room');
    const pending = readPendingBulk(office.store);
    expect(changed()).toBe(pending?.done);
    expect(pending?.done).toBeGreaterThan(0);
    expect(pending?.done).toBeLessThanOrEqual(300);
    office.store.transaction((tx) => tx.local('DROP TRIGGER full').run());
    expect(await desk.run(request, 'owner')).toMatchObject({ changed: count });
    expect(changed()).toBe(count);
  });

  it('whose plan is gone keeps what was written and says that the rest is not', async () => {
    const request = await seen(all, dearer(100_000));
    const work = desk.run(request, 'owner');
    while (changed() === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    await Promise.all([expect(work).rejects.toThrow(), desk.close()]);
    rmSync(join(office.shop.folder, 'bulk'), { recursive: true });
    const next = new BulkDesk(office.deps, () => {});
    await expect(next.resume()).rejects.toThrow(/plan of a bulk edit is gone/);
    expect(await next.resume()).toBeNull();
    expect(existsSync(join(office.shop.folder, 'bulk'))).toBe(false);
  });
});
