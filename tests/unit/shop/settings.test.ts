import type { HandlerInput } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openShopOffice } from '../../support/office';

let office: Office;
beforeEach(async () => {
  office = await openShopOffice();
});
afterEach(() => office.shop.dispose());

const save = (input: HandlerInput<'settings.save'>) => office.handlers['settings.save'](input, office);

describe('settings', () => {
  it('change only where a field is given, and the change is in the history', () => {
    expect(save({ name: '  आशा   किराना ' })).toMatchObject({ name: 'आशा किराना', currency: 'INR' });
    expect(office.store.sql('SELECT field, old, new FROM field_history').all()).toEqual([
      { field: 'name', old: '"Asha Provision Store"', new: '"आशा किराना"' },
    ]);
  });

  it('take a GSTIN with a right check character, and the state from it', () => {
    expect(save({ gstin: ' 27aapfu0939f1zv ' })).toMatchObject({ gstin: '27AAPFU0939F1ZV', state_code: '27' });
    expect(save({ gstin: null })).toMatchObject({ gstin: null, state_code: '27' });
  });

  it.each([
    [{ gstin: '27AAPFU0939F1ZO' }, 'gstin'],
    [{ gstin: '369296450896540' }, 'gstin'],
    [{ gstin: '27AAPFU0939F1ZV', state_code: '29' }, 'state_code'],
    [{ state_code: '40' }, 'state_code'],
    [{ time_zone: 'Mars/Phobos' }, 'time_zone'],
    [{ time_zone: '' }, 'time_zone'],
    [{ round_off_unit: 1_000_000 as never }, 'round_off_unit'],
    [{ cash_rounding_unit: 1_000_000 as never }, 'cash_rounding_unit'],
    [{ weight_codes: '21{IIIII}' }, 'weight_codes'],
    [{ weight_codes: '21{IIIII}{NNDDD} nonsense' }, 'weight_codes'],
    [{ upi_id: 'not a upi id' }, 'upi_id'],
  ] satisfies [HandlerInput<'settings.save'>, string][])('refuse %j, naming the field', (input, field) => {
    const before = office.handlers['settings.get']({}, office);
    expect(() => save(input)).toThrow(
      expect.objectContaining({ code: 'bad_value', params: expect.objectContaining({ field }) }),
    );
    expect(office.handlers['settings.get']({}, office)).toEqual(before);
  });

  it('keep GST of India for shops that count in rupees', async () => {
    await office.shop.dispose();
    office = await openShopOffice({ country: 'NP', timeZone: 'Asia/Kathmandu' });
    expect(() => save({ tax_regime: 'india_gst' })).toThrow(expect.objectContaining({ code: 'bad_value' }));
    expect(save({ tax_regime: 'none' })).toMatchObject({ tax_regime: 'none' });
  });

  it('keep an emptied text as none', () => {
    save({ address: '12 MG Road\nPune', receipt_footer: 'Thank you' });
    expect(save({ address: '  ', receipt_footer: null })).toMatchObject({ address: null, receipt_footer: null });
  });
});
