import { labelCode, labelFacts } from '@shared/labels';
import { money } from '@shared/money';
import { createWriter } from '@shared/receipt';
import { describe, expect, it } from 'vitest';
import { item, shelf } from '../../support/labels';
import { shopSettings } from '../../support/papers';

const of = (barcode: string | null, sku: string | null = null) => labelCode({ barcode, sku });

describe('the code of a label', () => {
  it('is the barcode as what it is, where its check digit is right', () => {
    expect(of('8901030865275')).toEqual({ type: 'EAN-13', text: '8901030865275' });
    expect(of('96385074')).toEqual({ type: 'EAN-8', text: '96385074' });
    expect(of('036000291452')).toEqual({ type: 'UPC-A', text: '036000291452' });
  });

  it('is Code 128 of its text where the check digit is wrong: never a number that nobody stored', () => {
    expect(of('8901030865270')).toEqual({ type: 'Code 128', text: '8901030865270' });
    expect(of('96385075')).toEqual({ type: 'Code 128', text: '96385075' });
  });

  it('is Code 128 of the SKU where there is no barcode, a SKU that looks like an EAN too', () => {
    expect(of(null, 'TEA-500')).toEqual({ type: 'Code 128', text: 'TEA-500' });
    expect(of(null, '8901030865275')).toEqual({ type: 'Code 128', text: '8901030865275' });
  });

  it('is none where there is neither, or only what no barcode can say', () => {
    expect(of(null, null)).toBeNull();
    expect(of(null, 'चाय-५००')).toBeNull();
    expect(of('चाय', 'TEA')).toEqual({ type: 'Code 128', text: 'TEA' });
  });
});

describe('what stands on a label', () => {
  const tea = { name: 'Tea', sku: 'T', barcode: null, unit: 'PCS' as const, price: money(28_500), mrp: money(31_000) };

  it('is written as the shop writes money and days', () => {
    const facts = labelFacts(tea, item, createWriter(shopSettings()), false);
    expect(facts).toMatchObject({ price: '₹285.00', mrp: 'MRP ₹310.00', unitPrice: '', date: 'Packed 21 Nov 2026' });
    expect(labelFacts(tea, item, createWriter(shopSettings({ language: 'hi' })), false).date).toMatch(/^पैक 21 /);
    expect(labelFacts(tea, { ...shelf, packedOn: '2026-11-21' }, createWriter(shopSettings()), false).date).toBe('');
  });

  it('has a price to compare by where goods are weighed or measured, by the kilo even of grams', () => {
    const per = (unit: 'KG' | 'G' | 'ML' | 'PCS', price: number) =>
      labelFacts({ ...tea, unit, price: money(price) }, shelf, createWriter(shopSettings()), false).unitPrice;
    expect(per('KG', 12_000)).toBe('per kg');
    expect(per('G', 45)).toBe('₹450.00 per kg');
    expect(per('ML', 12)).toBe('₹120.00 per L');
    expect(per('PCS', 500)).toBe('');
  });

  it('says that it is training where it is', () => {
    expect(labelFacts(tea, item, createWriter(shopSettings()), true).name).toBe('TRAINING · Tea');
  });
});
