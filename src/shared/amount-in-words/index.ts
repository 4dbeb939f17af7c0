/** Amounts as an invoice writes them out, so that nobody adds a nought. */
import type { Language } from '../entities';
import { absMoney, type CurrencyCode, currencyDecimals, type Money, toDecimal } from '../money';
import { englishNumber } from './english';
import { hindiNumber } from './hindi';

/** Countries of South Asia count in lakh and crore. */
const countsInLakh: ReadonlySet<CurrencyCode> = new Set(['INR', 'PKR', 'BDT', 'NPR', 'LKR'] as const);

/** For one, and for any other number. */
type Names = readonly [one: string, many: string];

interface CurrencyNames {
  readonly whole: Names;
  readonly part: Names;
}

const names: Readonly<Record<Language, Partial<Record<CurrencyCode, CurrencyNames>>>> = {
  en: {
    INR: { whole: ['rupee', 'rupees'], part: ['paisa', 'paise'] },
    NGN: { whole: ['naira', 'naira'], part: ['kobo', 'kobo'] },
    USD: { whole: ['US dollar', 'US dollars'], part: ['cent', 'cents'] },
    EUR: { whole: ['euro', 'euros'], part: ['cent', 'cents'] },
    GBP: { whole: ['pound', 'pounds'], part: ['penny', 'pence'] },
  },
  hi: { INR: { whole: ['रुपया', 'रुपये'], part: ['पैसा', 'पैसे'] } },
};

/** `One lakh twenty-three rupees and fifty paise only`; a currency without a name of ours goes by its code. */
export function amountInWords(amount: Money, currency: CurrencyCode, language: Language): string {
  const [whole = '0', part = '0'] = toDecimal(absMoney(amount), currency).split('.');
  const number = (digits: string): string =>
    language === 'hi'
      ? hindiNumber(Number(digits))
      : englishNumber(Number(digits), countsInLakh.has(currency) ? 'indian' : 'international');
  const hundredth = `/ ${10 ** currencyDecimals(currency)}`;
  const name = names[language][currency] ?? { whole: [currency, currency], part: [hundredth, hundredth] };
  const called = ([one, many]: Names, digits: string): string => (Number(digits) === 1 ? one : many);
  const hasPart = Number(part) !== 0;
  const words = [
    `${number(whole)} ${called(name.whole, whole)}`,
    ...(hasPart ? [`${language === 'hi' ? '' : 'and '}${number(part)} ${called(name.part, part)}`] : []),
    language === 'hi' ? 'मात्र' : 'only',
  ].join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
