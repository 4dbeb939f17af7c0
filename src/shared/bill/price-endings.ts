import { type CurrencyCode, currencyDecimals, type Money, readMoney } from '../money';

/** A row of prices that shops like: `step` apart, each `ending` above a multiple of it. */
export interface PriceEnding {
  readonly key: 'exact' | 'half' | 'one' | 'five' | 'ten' | 'nine' | 'ninetyNine';
  readonly step: Money;
  readonly ending: Money;
}

/** What is offered in a currency: without decimals there is neither a half nor a .99. */
export function priceEndings(currency: CurrencyCode): PriceEnding[] {
  const decimals = currencyDecimals(currency);
  const ending = (key: PriceEnding['key'], step: string, end = '0'): PriceEnding => ({
    key,
    step: readMoney(step, currency, 'step'),
    ending: readMoney(end, currency, 'ending'),
  });
  return [
    ending('exact', decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`),
    ...(decimals === 0 ? [] : [ending('half', '0.5'), ending('one', '1')]),
    ending('five', '5'),
    ending('ten', '10'),
    ending('nine', '10', '9'),
    ...(decimals < 2 ? [] : [ending('ninetyNine', '1', '0.99')]),
  ];
}
