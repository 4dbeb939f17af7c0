import type { ShopSummary } from '@shared/contract';
import {
  type CurrencyCode,
  currency,
  currencyDecimals,
  formatAmount,
  formatMoney,
  formatQuantity,
  formatRate,
  type Money,
  type Quantity,
  type Rate,
} from '@shared/money';
import { dayWords, hourWords, timeWords } from '@shared/when';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from './ShopContext';

/** Numbers, days and times as people of this shop write them. */
export interface Format {
  readonly locale: string;
  readonly currency: CurrencyCode;
  /** `₹1,23,456.70` */
  money(amount: Money): string;
  /** `1,23,456.70`, for columns that say the currency in their head. */
  amount(amount: Money): string;
  /** `500` for a banknote: without decimals that are all zero. */
  note(amount: Money): string;
  /** `1.5` */
  quantity(quantity: Quantity): string;
  /** `1.5 kg`, `3 pc` */
  quantityOf(quantity: Quantity, unit: string): string;
  /** `kg`; a unit without a word of its own is written small. */
  unit(unit: string): string;
  /** `18%` */
  rate(rate: Rate): string;
  /** `1,23,456` of things that are counted. */
  count(count: number): string;
  /** `21 Nov 2026`, of a civil day `2026-11-21`. */
  day(day: string): string;
  /** `2 pm` or `14:00`, of an hour of the wall clock, 0 to 23. */
  hour(hour: number): string;
  /** `2:05 pm` or `14:05`, as the country has it, in the shop's time zone, like all times. */
  time(at: number): string;
  /** A time of the day as it is kept, `HH:MM`. */
  clock(time: string): string;
  /** `21 Nov 2026` */
  date(at: number): string;
  /** `21 Nov, 2:05 pm` */
  dateTime(at: number): string;
  /** `21 Nov 2026, 2:05 pm` */
  dateYearTime(at: number): string;
}

/** `hi-IN`, `en-NG`: the language of the screen with the customs of the country. */
export const localeOf = (language: string, country: string): string => `${language}-${country}`;

/** A minus as wide as the plus, not the hyphen that keyboards have for it. */
const minus = (text: string): string => text.replace('-', '−');

export function createFormat(
  shop: Pick<ShopSummary, 'country' | 'currency' | 'timeZone'>,
  language: string,
  unitWord: (unit: string) => string,
): Format {
  const locale = localeOf(language, shop.country);
  const code = currency(shop.currency);
  const decimals = currencyDecimals(code);
  const zeros = decimals === 0 ? '' : new RegExp(`\\D0{${decimals}}$`);
  return {
    locale,
    currency: code,
    money: (amount) => minus(formatMoney(amount, code, locale)),
    amount: (amount) => minus(formatAmount(amount, code, locale)),
    note: (amount) => formatAmount(amount, code, locale).replace(zeros, ''),
    quantity: (quantity) => minus(formatQuantity(quantity, locale)),
    quantityOf: (quantity, unit) => `${minus(formatQuantity(quantity, locale))} ${unitWord(unit)}`,
    unit: unitWord,
    rate: (rate) => formatRate(rate, locale),
    count: (count) => minus(count.toLocaleString(locale)),
    day: (day) => dayWords(day, locale),
    hour: (hour) => hourWords(hour, locale),
    time: (at) => timeWords(at, 'time', locale, shop.timeZone),
    clock: (time) => timeWords(Date.parse(`1970-01-01T${time}Z`), 'time', locale, 'UTC'),
    date: (at) => timeWords(at, 'date', locale, shop.timeZone),
    dateTime: (at) => timeWords(at, 'dateTime', locale, shop.timeZone),
    dateYearTime: (at) => timeWords(at, 'dateYearTime', locale, shop.timeZone),
  };
}

export function useFormat(): Format {
  const { shop } = useTill();
  const { t, i18n } = useTranslation();
  const { country, currency: code, timeZone } = shop;
  return useMemo(
    () =>
      createFormat({ country, currency: code, timeZone }, i18n.language, (unit) =>
        t(`common.unit.${unit as 'PCS'}`, { defaultValue: unit.toLowerCase() }),
      ),
    [country, code, timeZone, i18n.language, t],
  );
}
