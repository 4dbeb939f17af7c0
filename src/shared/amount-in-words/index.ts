/** Amounts as an invoice writes them out, so that nobody adds a nought. */
import type { Language } from '../entities';
import { absMoney, type CurrencyCode, currencyDecimals, type Money, toDecimal } from '../money';
import { englishNumber } from './english';
import { hindiNumber } from './hindi';

/** Countries of South Asia count in lakh and crore. */
const countsInLakh: ReadonlySet<CurrencyCode> = new Set(['INR', 'PKR', 'BDT', 'NPR', 'LKR'] as const);

interface CurrencyNames {
  readonly whole: string;
  readonly part: string;
}

const names: Readonly<Record<Language, Partial<Record<CurrencyCode, CurrencyNames>>>> = {
  en: {
    INR: { whole: 'rupees', part: 'paise' },
    NGN: { whole: 'naira', part: 'kobo' },
    USD: { whole: 'US dollars', part: 'cents' },
    EUR: { whole: 'euros', part: 'cents' },
    GBP: { whole: 'pounds', part: 'pence' },
  },
  hi: { INR: { whole: 'रुपये', part: 'पैसे' } },
};

/** `One lakh twenty-three rupees and fifty paise only`; a currency without a name of ours goes by its code. */
export function amountInWords(amount: Money, currency: CurrencyCode, language: Language): string {
  const [whole = '0', part = '0'] = toDecimal(absMoney(amount), currency).split('.');
  const number = (digits: string): string =>
    language === 'hi'
      ? hindiNumber(Number(digits))
      : englishNumber(Number(digits), countsInLakh.has(currency) ? 'indian' : 'international');
  const name = names[language][currency] ?? { whole: currency, part: `/ ${10 ** currencyDecimals(currency)}` };
  const hasPart = Number(part) !== 0;
  const words = [
    `${number(whole)} ${name.whole}`,
    ...(hasPart ? [`${language === 'hi' ? '' : 'and '}${number(part)} ${name.part}`] : []),
    language === 'hi' ? 'मात्र' : 'only',
  ].join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
