import { amountInWords } from '@shared/amount-in-words';
import { type CurrencyCode, money } from '@shared/money';
import { describe, expect, it } from 'vitest';

describe('an amount in words', () => {
  it.each<[number, CurrencyCode, string]>([
    [0, 'INR', 'Zero rupees only'],
    [100, 'INR', 'One rupee only'],
    [1_01, 'INR', 'One rupee and one paisa only'],
    [1_950, 'INR', 'Nineteen rupees and fifty paise only'],
    [152_000, 'INR', 'One thousand five hundred twenty rupees only'],
    [12_345_678, 'INR', 'One lakh twenty-three thousand four hundred fifty-six rupees and seventy-eight paise only'],
    [1_00_00_000_00, 'INR', 'One crore rupees only'],
    [
      123_45_67_890_00,
      'INR',
      'One hundred twenty-three crore forty-five lakh sixty-seven thousand eight hundred ninety rupees only',
    ],
    [-152_000, 'INR', 'One thousand five hundred twenty rupees only'],
    [
      123_456_789,
      'NGN',
      'One million two hundred thirty-four thousand five hundred sixty-seven naira and eighty-nine kobo only',
    ],
    [1_000, 'JPY', 'One thousand JPY only'],
  ])('is written out in English: %i %s', (amount, currency, words) => {
    expect(amountInWords(money(amount), currency, 'en')).toBe(words);
  });

  it.each([
    [152_000, 'एक हज़ार पाँच सौ बीस रुपये मात्र'],
    [12_345_678, 'एक लाख तेईस हज़ार चार सौ छप्पन रुपये अठहत्तर पैसे मात्र'],
    [1_00_00_00_000_00, 'एक सौ करोड़ रुपये मात्र'],
  ])('is written out in Hindi: %i', (amount, words) => {
    expect(amountInWords(money(amount), 'INR', 'hi')).toBe(words);
  });
});
