import type { Language, Row } from '../entities';
import {
  type CurrencyCode,
  formatAmount,
  formatMoney,
  formatQuantity,
  formatRate,
  type Money,
  type Quantity,
  type Rate,
} from '../money';
import type { Bitmap } from '../paper';
import { readBitmap } from '../paper';
import { dayWords, timeWords } from '../when';
import { type PaperWords, paperWords } from './words';

/** What the paper says of the shop itself. */
export type ReceiptSettings = Pick<
  Row<'business_settings'>,
  | 'name'
  | 'country'
  | 'currency'
  | 'language'
  | 'time_zone'
  | 'gstin'
  | 'address'
  | 'phone'
  | 'upi_id'
  | 'receipt_header'
  | 'receipt_footer'
  | 'receipt_logo'
  | 'receipt_code'
  | 'receipt_hsn'
>;

/** Figures, days and times as this shop writes them on paper. */
export interface Writer {
  readonly words: PaperWords;
  readonly language: Language;
  readonly settings: ReceiptSettings;
  readonly logo: Bitmap | null;
  /** `1,23,456.70`: columns of figures carry no sign. */
  amount(amount: Money): string;
  /** `₹1,23,456.70` */
  money(amount: Money): string;
  rate(rate: Rate): string;
  /** `1.5 kg` */
  quantityOf(quantity: Quantity, unit: string): string;
  /** `21 Nov 2026`, of a civil day `2026-11-21`. */
  day(day: string): string;
  /** `21 Nov 2026, 10:00`, in the shop's time zone. */
  dateTime(at: number): string;
}

/** Blanks that do not break and the long minus are on few code pages; paper does without them. */
const onPaper = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/\u2212/g, '-');

export function createWriter(settings: ReceiptSettings, currency: CurrencyCode = settings.currency): Writer {
  const { language, country, time_zone: timeZone } = settings;
  const locale = `${language}-${country}`;
  const words = paperWords[language];
  const units: Readonly<Record<string, string>> = words.unit;
  return {
    words,
    language,
    settings,
    logo: settings.receipt_logo === null ? null : readBitmap(settings.receipt_logo),
    amount: (amount) => onPaper(formatAmount(amount, currency, locale)),
    money: (amount) => onPaper(formatMoney(amount, currency, locale)),
    rate: (rate) => onPaper(formatRate(rate, locale)),
    quantityOf: (quantity, unit) => `${onPaper(formatQuantity(quantity, locale))} ${units[unit] ?? unit.toLowerCase()}`,
    day: (day) => onPaper(dayWords(day, locale)),
    dateTime: (at) => onPaper(timeWords(at, 'dateYearTime', locale, timeZone)),
  };
}
