import { afterEach, describe, expect, it } from 'vitest';
import { app, firstRun, type Office, openOffice, openShopOffice, refusal } from '../../support/office';

let office: Office;
afterEach(() => office.shop.dispose());

describe('the first run', () => {
  it('shows the first screen until there is a shop', () => {
    office = openOffice();
    expect(office.store.sql('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 0 });
    expect(office.handlers['staff.signOut']({}, office)).toEqual({
      version: app.version,
      phase: 'first-run',
      locale: 'en-IN',
    });
  });

  it('makes shop, tax classes, terminal and owner in one mutation, and signs the owner in', async () => {
    office = openOffice();
    const status = await office.handlers['shop.create'](firstRun, office);
    expect(status).toMatchObject({
      phase: 'ready',
      shop: { name: 'Asha Provision Store', country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata' },
      user: { name: 'Asha', role: 'owner' },
    });
    expect(office.store.sql('SELECT name, kind FROM outbox').all()).toEqual([{ name: 'shop.create', kind: 'fact' }]);
    expect(office.deps.terminal()).toMatchObject({ id: office.store.terminalId, series: 'A1', role: 'office' });
    expect(office.deps.settings()).toMatchObject({
      tax_regime: 'india_gst',
      prices_include_tax: 1,
      round_off_unit: 100,
    });
    expect(office.deps.settings()).not.toHaveProperty('deleted_at');
    expect(office.handlers['catalogue.taxClasses']({}, office)).toContainEqual(
      expect.objectContaining({ name: 'GST 18%', active: true }),
    );
  });

  it.each([
    ['NG', 'NGN', 'vat', 75_000],
    ['DE', 'EUR', 'vat', 190_000],
    ['US', 'USD', 'sales_tax', 0],
    ['MY', 'MYR', 'none', 0],
  ])('takes currency, regime and rates of %s from the country', async (country, currency, regime, rate) => {
    office = await openShopOffice({ country, timeZone: 'UTC' });
    expect(office.deps.settings()).toMatchObject({ country, currency, tax_regime: regime });
    const [first] = await office.handlers['catalogue.taxClasses']({}, office);
    expect(first?.rates[0]?.components[0]?.rate).toBe(rate);
  });

  it.each([
    ['an unknown country', { country: 'XX' }, refusal('bad_value', { field: 'country' })],
    ['an unknown time zone', { timeZone: 'Asia/Atlantis' }, refusal('bad_value', { field: 'timeZone' })],
    ['a PIN that anyone would try', { pin: '1234' }, refusal('pin_too_weak')],
  ])('refuses %s and leaves nothing behind', async (_what, input, expected) => {
    office = openOffice();
    await expect(office.handlers['shop.create']({ ...firstRun, ...input }, office)).rejects.toMatchObject(expected);
    expect(office.store.sql('SELECT count(*) AS n FROM staff').get()).toEqual({ n: 0 });
    expect(office.session.user).toBeNull();
  });

  it('makes one shop, however often it is asked at the same time', async () => {
    office = openOffice();
    const answers = await Promise.allSettled([1, 2, 3].map(() => office.handlers['shop.create'](firstRun, office)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'shop_exists' });
    }
    expect(office.store.sql('SELECT count(*) AS n FROM business_settings').get()).toEqual({ n: 1 });
  });
});
