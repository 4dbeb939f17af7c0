import { money, quantity } from '@shared/money';
import { describe, expect, it } from 'vitest';
import { createFormat } from './format';

const formatOf = (currency: string, country: string) =>
  createFormat({ country, currency, timeZone: 'UTC' }, 'en', (unit) => unit.toLowerCase());

describe('numbers as people of the shop write them', () => {
  const format = formatOf('INR', 'IN');

  it('a banknote has no decimals, a sum that has some keeps them', () => {
    expect(format.note(money(1_000_00))).toBe('1,000');
    expect(format.note(money(1_00_000_00))).toBe('1,00,000');
    expect(format.note(money(12_50))).toBe('12.50');
  });

  it('a currency without decimals loses none of its zeros', () => {
    expect(formatOf('JPY', 'JP').note(money(1_000))).toBe('1,000');
  });

  it('what goes out has a minus, not a hyphen', () => {
    expect(format.amount(money(-6_00))).toBe('−6.00');
    expect(format.money(money(-6_00))).toBe('−₹6.00');
    expect(format.quantityOf(quantity(-1_500), 'KG')).toBe('−1.5 kg');
  });
});

describe('times as the country has them', () => {
  const at = Date.UTC(2026, 8, 5, 14, 5);

  it('twelve hours in India, twenty-four in Nigeria, for an hour of the day as for a moment', () => {
    const india = formatOf('INR', 'IN');
    expect([india.time(at), india.hour(14), india.dateTime(at)]).toEqual(['2:05 pm', '2 pm', '5 Sept, 2:05 pm']);
    const nigeria = formatOf('NGN', 'NG');
    expect([nigeria.time(at), nigeria.hour(9), nigeria.dateTime(at)]).toEqual(['14:05', '09:00', '5 Sept, 14:05']);
  });
});
