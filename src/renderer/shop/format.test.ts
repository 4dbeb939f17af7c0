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
