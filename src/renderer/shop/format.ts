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
  /** `14:05`, in the shop's time zone, like all times. */
  time(at: number): string;
  /** A time of the day as it is kept, `HH:MM`. */
  clock(time: string): string;
  /** `21 Nov 2026` */
  date(at: number): string;
  /** `21 Nov, 14:05` */
  dateTime(at: number): string;
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
  const write = (shape: keyof typeof shapes, at: number) => formatter(locale, shop.timeZone, shape).format(at);
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
    day: (day) => formatter(locale, 'UTC', 'date').format(Date.parse(day)),
    time: (at) => write('time', at),
    clock: (time) => formatter(locale, 'UTC', 'time').format(Date.parse(`1970-01-01T${time}Z`)),
    date: (at) => write('date', at),
    dateTime: (at) => write('dateTime', at),
  };
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const shapes = {
  time: clock,
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'short', ...clock },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made when first needed and then kept: each takes milliseconds to make, and every part of a screen has a `Format`. */
function formatter(locale: string, timeZone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${shape}`;
  let found = formatters.get(name);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { timeZone, ...shapes[shape] });
    formatters.set(name, found);
  }
  return found;
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
