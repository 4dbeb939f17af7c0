import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { customerRow } from '../../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../../support/shop-store';
import { Log, welcome } from './log';

let shop: TestShop;
let store: Store;
beforeEach(() => {
  shop = makeTestShop();
  store = shop.open();
  welcome(store);
});
afterEach(() => shop.dispose());

type Field = 'name' | 'phone';
interface Write {
  readonly mid: number;
  readonly field: Field;
  readonly value: string;
}

const field = fc.constantFrom<Field>('name', 'phone');
const value = fc.constantFrom('a', 'b', 'c', 'd');
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), field, value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remote' as const), field, value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('ok', 'lost', 'refused'), readFirst: fc.boolean() }) },
);

let count = 0;

/** What the shop has confirmed of one customer, and what this terminal has written since, as plain lists. */
class Model {
  readonly id = `c${count++}`;
  readonly log = new Log(store);
  readonly confirmed: Record<Field, string> = { name: 'first', phone: 'none' };
  pending: Write[] = [];

  constructor() {
    this.log.next([{ op: 'put', entity: 'customer', id: this.id, row: customerRow(this.id, this.confirmed) }]);
  }

  visible(of: Field): string {
    return this.pending.findLast((write) => write.field === of)?.value ?? this.confirmed[of];
  }

  edit(of: Field, to: string): void {
    const { mid } = store.mutate({ name: 'customer.edit', kind: 'request', actor: 'asha' }, (m) =>
      m.set('customer', this.id, { [of]: to }),
    );
    if (mid !== null) this.pending.push({ mid, field: of, value: to });
  }

  remote(of: Field, to: string): void {
    this.confirmed[of] = to;
    this.log.next([{ op: 'set', entity: 'customer', id: this.id, fields: { [of]: to } }]);
  }

  /** The hub answers the oldest mutation; what comes of it may be read before the answer or after. */
  answer(kind: string, readFirst: boolean): void {
    const [write] = this.pending;
    if (!write) return;
    this.pending = this.pending.slice(1);
    const { mid } = write;
    const fields = { [write.field]: write.value };
    const seq = this.log.head + 1;
    const lost = [{ entity: 'customer', id: this.id, unit: write.field }];
    const read = () => {
      if (kind === 'ok') this.log.next([{ op: 'set', entity: 'customer', id: this.id, fields }], { mid });
      if (kind === 'lost') this.log.next([{ op: 'lost', entity: 'customer', id: this.id, fields }], { mid });
    };
    if (readFirst) read();
    if (kind === 'ok') store.replica.acknowledge([{ mid, outcome: { status: 'ok', seq } }], 0);
    else if (kind === 'lost') store.replica.acknowledge([{ mid, outcome: { status: 'superseded', seq, lost } }], 0);
    else {
      store.replica.acknowledge([{ mid, outcome: { status: 'rejected', code: 'not_allowed', params: {} } }], 0);
    }
    if (!readFirst) read();
    if (kind === 'ok') this.confirmed[write.field] = write.value;
  }

  check(): void {
    const row = store.sql<[string], object>('SELECT name, phone FROM customer WHERE id = ?').get(this.id);
    expect(row).toEqual({ name: this.visible('name'), phone: this.visible('phone') });
    const shadows = store
      .sql<[string], { unit: Field; confirmed: string }>(
        'SELECT unit, confirmed FROM shadow WHERE entity_id = ? ORDER BY unit',
      )
      .all(this.id);
    const fields = [...new Set(this.pending.map((write) => write.field))].sort();
    expect(shadows.map(({ unit, confirmed }) => [unit, JSON.parse(confirmed)])).toEqual(
      fields.map((of) => [of, { [of]: this.confirmed[of] }]),
    );
  }
}

it('shows what is confirmed with the newest pending write of each field on it, whatever comes in which order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const model = new Model();
      for (const one of steps) {
        if (one.kind === 'edit' && 'field' in one) model.edit(one.field, one.value);
        else if (one.kind === 'remote' && 'field' in one) model.remote(one.field, one.value);
        else if ('readFirst' in one) model.answer(one.kind, one.readFirst);
        model.check();
      }
      while (model.pending.length > 0) model.answer('refused', false);
      model.check();
    }),
    { numRuns: 60 },
  );
});
