import { limits, problemOf, readDownstream, readOperations, readRows, readUpstream, referencesOf } from '@shared/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowPacker } from '../../../src/hub/packing';
import { unpackRows } from '../../../src/main/sync/packing';

const hello = {
  t: 'hello',
  session: 's',
  protocol: 1,
  schema: 2,
  terminal: 't',
  fence: 0,
  epoch: '',
  cursor: 0,
  chain: '0'.repeat(32),
  scopes: ['shop'],
  time: 0,
};

describe('a message', () => {
  it('is read when it is exactly one', () => {
    expect(readUpstream(JSON.stringify(hello))).toEqual(hello);
  });

  it.each([
    ['cut off', JSON.stringify(hello).slice(0, -5)],
    ['of another kind', '{"t":"drop"}'],
    ['with a member too many', JSON.stringify({ ...hello, admin: true })],
    ['with a negative cursor', JSON.stringify({ ...hello, cursor: -1 })],
    ['with a fraction for a number', JSON.stringify({ ...hello, fence: 0.5 })],
    ['with an unknown scope', JSON.stringify({ ...hello, scopes: ['everything'] })],
    ['that is no object', '[]'],
    ['from the other side', '{"t":"gap","session":"s","expected":1}'],
  ])('%s is none', (_, text) => {
    expect(readUpstream(text)).toBeNull();
  });

  it('of any shape is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readUpstream(text);
        readDownstream(text);
        readOperations(text);
      }),
    );
  });
});

describe('the rows of a chunk', () => {
  const rows = '[{"entity":"brand","id":"a\\n","row":{"name":"\\"₹\\""},"deleted":null,"versions":{"":1}}]';

  const packer = new RowPacker();

  it('are at the terminal what they were at the hub', () => {
    const few = Array<string>(1000).fill(rows.slice(1, -1));
    for (const texts of [few, [], [...few, `{"long":"${'₹'.repeat(1_000_000)}"}`], few]) {
      const packed = packer.pack(texts);
      expect(unpackRows(packed)).toBe(`[${texts.join(',')}]`);
      expect(packed.length).toBeLessThan(few.join().length / 10);
    }
    expect(readRows(rows)).toEqual(JSON.parse(rows));
  });

  it('are refused when they are not packed, or when little text becomes more than any chunk has', () => {
    expect(() => unpackRows(rows)).toThrow();
    expect(() => unpackRows(packer.pack([' '.repeat(limits.messageText * 3)]))).toThrow();
  });

  it.each([
    '{}',
    '[1]',
    '[{"entity":"brand","id":"a","row":[],"deleted":null,"versions":{}}]',
    '[{"entity":"brand","id":"a","row":{},"deleted":0.5,"versions":{}}]',
    '[{"entity":"brand","id":"a","row":{},"deleted":null,"versions":{"":"1"}}]',
  ])('are not %s', (text) => {
    expect(() => readRows(text)).toThrow('no list of rows');
  });
});

describe('an operation', () => {
  const brand = { op: 'put' as const, entity: 'brand', id: 'b', row: { id: 'b', name: 'B', active: 1 } };

  it('fits when every column can hold its value; fields of a newer version are no fault', () => {
    expect(problemOf(brand)).toBeNull();
    expect(problemOf({ ...brand, row: { ...brand.row, colour: 'blue' } })).toBeNull();
  });

  it.each([
    ['of an unknown entity', { ...brand, entity: 'toString' }, 'unknown_entity'],
    ['with a field missing', { ...brand, row: { id: 'b', name: 'B' } }, 'bad_value'],
    ['with an inexact number', { ...brand, row: { ...brand.row, active: 2 ** 53 } }, 'bad_value'],
    ['whose row has another id', { ...brand, row: { ...brand.row, id: 'c' } }, 'bad_value'],
    [
      'that edits a ledger',
      { op: 'set' as const, entity: 'payment', id: 'p', fields: { amount: 1 }, base: {} },
      'bad_value',
    ],
    ['that edits the id', { op: 'set' as const, entity: 'brand', id: 'b', fields: { id: 'c' }, base: {} }, 'bad_value'],
  ])('%s does not fit', (_, operation, code) => {
    expect(problemOf(operation)?.code).toBe(code);
  });

  it('names the records it refers to, in its parts too', () => {
    const lines = [{ line_no: 1, product_id: 'p' }];
    const bill = { op: 'put' as const, entity: 'bill', id: 'x', row: { id: 'x', customer_id: 'c', lines, taxes: [] } };
    expect(referencesOf(bill)).toEqual([
      { entity: 'customer', id: 'c' },
      { entity: 'product', id: 'p' },
    ]);
  });
});
