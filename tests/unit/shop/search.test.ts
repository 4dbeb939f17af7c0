import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slipsBetween } from '../../../src/main/shop/catalogue/edit-distance';
import { type Office, openShopOffice, productInput } from '../../support/office';
import { productRow } from '../../support/sale-rows';

let office: Office;
const ids = new Map<string, string>();

beforeAll(async () => {
  office = await openShopOffice();
  const brand = await office.handlers['catalogue.saveBrand']({ name: 'Himalay Foods', active: true }, office);
  const goods: Parameters<typeof productInput>[0][] = [
    { name: 'Glucose Biscuits 100 g', sku: 'BIS-100', barcodes: ['8901234567890'], brandId: brand.id },
    { name: 'Glucose Biscuits 250 g', sku: 'BIS-250' },
    { name: 'Digestive Biscuits', favourite: true },
    { name: 'Biscuit Tin', sku: '7' },
    { name: 'मसूर दाल 1 kg' },
    { name: 'मूंग दाल 1 kg' },
    { name: 'चीनी' },
    { name: 'Café Crème 50 g' },
    { name: 'Tomato Ketchup "Extra" 500 g' },
    { name: 'Old Biscuits', active: false },
    { name: 'Gone Biscuits' },
  ];
  for (const each of goods) {
    const saved = await office.handlers['catalogue.saveProduct'](productInput(each), office);
    ids.set(saved.name, saved.id);
  }
  office.handlers['catalogue.removeProduct']({ id: ids.get('Gone Biscuits') ?? '' }, office);
});
afterAll(() => office.shop.dispose());

const search = async (text: string, limit = 50) =>
  (await office.handlers['catalogue.search']({ text, limit }, office)).map(({ name }) => name);

describe('the counter’s search', () => {
  it('puts a whole barcode or SKU first', async () => {
    expect((await search('8901234567890'))[0]).toBe('Glucose Biscuits 100 g');
    expect((await search('bis-250'))[0]).toBe('Glucose Biscuits 250 g');
    expect((await search('7'))[0]).toBe('Biscuit Tin');
  });

  it('finds all the words, each at least begun, in any order, in name, SKU and brand', async () => {
    expect(await search('bis glu')).toEqual(['Glucose Biscuits 100 g', 'Glucose Biscuits 250 g']);
    expect(await search('himal')).toEqual(['Glucose Biscuits 100 g']);
    expect(await search('gluc 250')).toEqual(['Glucose Biscuits 250 g']);
  });

  it('puts names that begin so first, then favourites, and leaves out what is not on sale', async () => {
    expect(await search('biscuit')).toEqual([
      'Biscuit Tin',
      'Digestive Biscuits',
      'Glucose Biscuits 100 g',
      'Glucose Biscuits 250 g',
    ]);
  });

  it('finds Hindi from the first letters, with and without matras', async () => {
    expect(await search('दाल')).toEqual(['मसूर दाल 1 kg', 'मूंग दाल 1 kg']);
    expect(await search('मसू')).toEqual(['मसूर दाल 1 kg']);
    expect(await search('मू')).toEqual(['मूंग दाल 1 kg']);
    expect(await search('म दा')).toEqual(['मसूर दाल 1 kg', 'मूंग दाल 1 kg']);
    expect(await search('ची')).toEqual(['चीनी']);
    expect(await search('चा')).toEqual([]);
  });

  it('does not ask for accents or capitals', async () => {
    expect(await search('CAFE creme')).toEqual(['Café Crème 50 g']);
    expect(await search('café')).toEqual(['Café Crème 50 g']);
  });

  it('forgives slips of the finger when nothing else is found', async () => {
    expect(await search('glocose')).toContain('Glucose Biscuits 100 g');
    expect(await search('gulcose')).toContain('Glucose Biscuits 100 g');
    expect(await search('lgucose')).toContain('Glucose Biscuits 100 g');
    expect(await search('digestve bisc')).toEqual(['Digestive Biscuits']);
    expect(await search('tomatoo')).toEqual(['Tomato Ketchup "Extra" 500 g']);
    expect(await search('मसुर')).toEqual(['मसूर दाल 1 kg']);
    expect(await search('xyzzy')).toEqual([]);
    expect(await search('tim')).toEqual([]);
  });

  it('forgives a slip in each word, and takes a farther neighbour when the nearest leads nowhere', async () => {
    expect(await search('glocose bisciuts 250')).toEqual(['Glucose Biscuits 250 g']);
    expect(await search('digestve bisquits')).toEqual(['Digestive Biscuits']);
    // `himalas` is as near to the brand as nothing else; `tomatoo` has one neighbour, but no product has both.
    expect(await search('himalas tomatoo')).toEqual([]);
    const saved = await office.handlers['catalogue.saveProduct'](productInput({ name: 'Tomate Puree' }), office);
    expect(await search('tomatq puree')).toEqual(['Tomate Puree']);
    expect(await search('tomatq ketchup')).toEqual(['Tomato Ketchup "Extra" 500 g']);
    office.handlers['catalogue.removeProduct']({ id: saved.id }, office);
  });

  it('forgives slips in two words of a text, and none in a code', async () => {
    expect(await search('tomatoo ketchop extra')).toEqual(['Tomato Ketchup "Extra" 500 g']);
    expect(await search('tomatoo ketchop extrs')).toEqual([]);
    const saved = await office.handlers['catalogue.saveProduct'](productInput({ name: 'Paint RAL9010' }), office);
    expect(await search('paimt ral9010')).toEqual(['Paint RAL9010']);
    expect(await search('paint ral9001')).toEqual([]);
    office.handlers['catalogue.removeProduct']({ id: saved.id }, office);
  });

  it('looks past thousands of codes that begin with the same letter', async () => {
    // As many as are looked at, once as `g0001` and once as `gk0001`: both stand before `glucose`.
    const codes = Array.from({ length: 3000 }, (_, index) => String(index).padStart(4, '0'));
    const name = codes.map((code) => `g${code} gk${code}`).join(' ');
    office.store.mutate({ name: 'test.codes', kind: 'request', actor: 'test' }, (m) =>
      m.put('product', productRow('codes', { name })),
    );
    expect(await search('glocose')).toContain('Glucose Biscuits 100 g');
    office.store.mutate({ name: 'test.codes', kind: 'request', actor: 'test' }, (m) => m.del('product', 'codes'));
  });

  it('knows the words of goods that came after the first slip', async () => {
    expect(await search('zafran')).toEqual([]);
    const saved = await office.handlers['catalogue.saveProduct'](productInput({ name: 'Zaffran 1 g' }), office);
    expect(await search('zafran')).toEqual(['Zaffran 1 g']);
    office.handlers['catalogue.removeProduct']({ id: saved.id }, office);
  });

  it('gives no more than it is asked for', async () => {
    expect(await search('biscuit', 2)).toHaveLength(2);
  });

  it.each([
    '"',
    '""""',
    '*',
    'bis*',
    'NEAR',
    'NEAR(bis glu, 2)',
    'glu AND',
    'NOT bis',
    'name:glu',
    '{name} : glu',
    '^bis',
    'a" OR name:"b',
    "'; DROP TABLE product; --",
    '(((((',
    '😀',
    '👩‍👩‍👧‍👦 ा',
    '\u0000',
    '\ud800',
    '%_\\',
    'े',
    'a'.repeat(100),
    Array.from({ length: 50 }, (_, index) => index).join(' '),
  ])('takes %j for words and nothing else', async (text) => {
    const count = () => office.store.sql('SELECT count(*) AS n FROM product').get();
    const before = count();
    await expect(search(text)).resolves.toBeInstanceOf(Array);
    expect(count()).toEqual(before);
  });

  it('answers anything that can be typed', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...'"*:^(){}-+ aबि'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const typed = fc.string({ unit, maxLength: 100 });
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        await expect(search(text)).resolves.toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
  });

  it('finds every product by every beginning of every word of its name', async () => {
    for (const name of ids.keys()) {
      if (name.startsWith('Old') || name.startsWith('Gone')) continue;
      for (const word of name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
        for (let length = 1; length <= word.length; length++) {
          expect(await search(word.slice(0, length)), `${word.slice(0, length)} → ${name}`).toContain(name);
        }
      }
    }
  });
});

describe('slips between two words', () => {
  const slips = (a: string, b: string, limit = 3) => slipsBetween([...a], [...b], limit);

  it.each([
    ['biscuit', 'biscuit', 0],
    ['biscuit', 'biscut', 1],
    ['biscuit', 'bisscuit', 1],
    ['biscuit', 'biscuot', 1],
    ['biscuit', 'bicsuit', 1],
    ['मसूर', 'मसुर', 1],
    ['abc', 'xyz', 3],
  ])('%s → %s are %i', (a, b, expected) => {
    expect(slips(a, b)).toBe(expected);
  });

  it('are the same both ways, none only for the same word, and never counted beyond the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const count = slips(a, b, limit);
        expect(count).toBe(slips(b, a, limit));
        expect(count === 0).toBe(a === b);
        expect(count).toBeLessThanOrEqual(limit + 1);
        const exact = slips(a, b, 8);
        expect(count).toBe(exact > limit ? limit + 1 : exact);
      }),
    );
  });
});
