import { checkTaxClass, taxesOn } from '@shared/bill';
import type { Day } from '@shared/clock';
import { countries, findCountry } from '@shared/countries';
import { isCurrency } from '@shared/money';
import { describe, expect, it } from 'vitest';

const day = (text: string) => text as Day; // proof: the tests below write days as YYYY-MM-DD

const named = (code: string, name: string) => {
  const tax = findCountry(code)?.taxes.find((candidate) => candidate.name === name);
  if (!tax) throw new Error(`no ${name} in ${code}`);
  return tax;
};

describe('the table of countries', () => {
  it('has every country once, under a code that the browser can name', () => {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    expect(new Set(countries.map((country) => country.code)).size).toBe(countries.length);
    for (const { code } of countries) expect(names.of(code), code).not.toBe(code);
    expect(countries.length).toBeGreaterThan(200);
  });

  it.each(['IN', 'NG', 'KE', 'GH', 'ZA', 'BD', 'NP', 'LK', 'PK', 'AE', 'GB', 'US', 'DE', 'FR', 'ID', 'PH'])(
    'knows %s',
    (code) => {
      expect(findCountry(code)).toBeDefined();
    },
  );

  it('names only currencies and time zones that exist', () => {
    for (const country of countries) {
      expect(isCurrency(country.currency), country.code).toBe(true);
      for (const timeZone of country.timeZones) {
        expect(() => new Intl.DateTimeFormat('en', { timeZone }), `${country.code} ${timeZone}`).not.toThrow();
      }
    }
  });

  it('gives every country at least one tax class, each with rates that a line may carry', () => {
    for (const { code, taxes } of countries) {
      expect(taxes.length, code).toBeGreaterThan(0);
      expect(new Set(taxes.map((tax) => tax.name)).size, code).toBe(taxes.length);
      for (const { periods } of taxes) {
        checkTaxClass({ periods });
        for (const { taxes: components } of periods) expect(components.length).toBeGreaterThan(0);
      }
    }
  });

  it('says which tax a shop there charges', () => {
    expect(findCountry('NG')?.taxes[0]?.periods[0]?.taxes).toMatchObject([{ kind: 'vat', rate: 75_000 }]);
    expect(findCountry('US')).toMatchObject({ regime: 'sales_tax', pricesIncludeTax: false });
    expect(findCountry('DE')).toMatchObject({ regime: 'vat', pricesIncludeTax: true, currency: 'EUR' });
    expect(findCountry('CH')?.cashRoundingUnit).toBe(5);
    expect(findCountry('IN')?.roundOffUnit).toBe(100);
  });
});

describe('GST classes across the reform of 22 September 2025', () => {
  it('charges what held on the day of the bill', () => {
    const moved = named('IN', 'GST 5% (18% before 22 Sept 2025)');
    expect(taxesOn(moved, day('2025-09-21'))).toMatchObject([{ kind: 'gst', rate: 180_000 }]);
    expect(taxesOn(moved, day('2025-09-22'))).toMatchObject([{ kind: 'gst', rate: 50_000 }]);
  });

  it('turns 28 % and cess on aerated drinks into 40 % without cess', () => {
    const drinks = named('IN', 'Aerated drinks: GST 40% (28% + 12% cess before 22 Sept 2025)');
    expect(taxesOn(drinks, day('2025-09-21')).map(({ kind, rate }) => [kind, rate])).toEqual([
      ['gst', 280_000],
      ['cess', 120_000],
    ]);
    expect(taxesOn(drinks, day('2026-01-01')).map(({ kind, rate }) => [kind, rate])).toEqual([['gst', 400_000]]);
  });

  it('keeps the old slabs readable but does not offer them for new goods', () => {
    expect(named('IN', 'GST 12%').active).toBe(false);
    expect(named('IN', 'GST 28%').active).toBe(false);
    expect(taxesOn(named('IN', 'GST 28%'), day('2024-01-01'))).toMatchObject([{ rate: 280_000 }]);
    expect(named('IN', 'GST 18%').active).toBe(true);
  });
});
