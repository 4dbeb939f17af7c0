import { ArithmeticError } from './errors';

// ISO 4217, by the number of digits of the minor unit.
const withoutMinorUnit = [
  ...(['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV'] as const),
  ...(['XAF', 'XOF', 'XPF'] as const),
] as const;
const withThreeDigits = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'] as const;
const withFourDigits = ['CLF', 'UYW'] as const;
const withTwoDigits = [
  ...(['AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BMD', 'BND'] as const),
  ...(['BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CNY'] as const),
  ...(['COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD'] as const),
  ...(['FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS'] as const),
  ...(['INR', 'IRR', 'JMD', 'KES', 'KGS', 'KHR', 'KPW', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL'] as const),
  ...(['MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR'] as const),
  ...(['MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'QAR'] as const),
  ...(['RON', 'RSD', 'RUB', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP'] as const),
  ...(['STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'USD'] as const),
  ...(['USN', 'UYU', 'UZS', 'VED', 'VES', 'WST', 'XAD', 'XCD', 'XCG', 'YER', 'ZAR', 'ZMW', 'ZWG'] as const),
] as const;

/** An active currency of ISO 4217, in capitals. */
export type CurrencyCode =
  | (typeof withoutMinorUnit)[number]
  | (typeof withTwoDigits)[number]
  | (typeof withThreeDigits)[number]
  | (typeof withFourDigits)[number];

const exponents: ReadonlyMap<string, number> = new Map<string, number>([
  ...withoutMinorUnit.map((code) => [code, 0] as const),
  ...withTwoDigits.map((code) => [code, 2] as const),
  ...withThreeDigits.map((code) => [code, 3] as const),
  ...withFourDigits.map((code) => [code, 4] as const),
]);

/** All of them, for a settings screen. */
export const currencies: readonly CurrencyCode[] = [
  ...withoutMinorUnit,
  ...withTwoDigits,
  ...withThreeDigits,
  ...withFourDigits,
].toSorted();

export function isCurrency(code: string): code is CurrencyCode {
  return exponents.has(code);
}

/** Throws `unknown_currency` for anything but an active ISO 4217 code. */
export function currency(code: string, field = 'currency'): CurrencyCode {
  if (isCurrency(code)) return code;
  throw new ArithmeticError('unknown_currency', field, `unknown currency: ${code}`);
}

/** Digits of the minor unit: INR 2, JPY 0, KWD 3. */
export function currencyDecimals(code: CurrencyCode): number {
  const digits = exponents.get(code);
  if (digits === undefined) throw new ArithmeticError('unknown_currency', 'currency', `unknown currency: ${code}`);
  return digits;
}
