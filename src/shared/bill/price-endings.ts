import { type CurrencyCode, currencyDecimals, type Money, money } from '../money';

/** A row of prices that shops like: `step` apart, each `ending` above a multiple of it. */
export interface PriceEnding {
  readonly key: 'exact' | 'half' | 'one' | 'five' | 'ten' | 'nine' | 'ninetyNine';
  readonly step: Money;
  readonly ending: Money;
}

/** What is offered in a currency: without decimals there is neither a half nor a .99. */
export function priceEndings(currency: CurrencyCode): PriceEnding[] {
  const whole = 10 ** currencyDecimals(currency);
  const steps = (key: PriceEnding['key'], step: number, ending = 0): PriceEnding => ({
    key,
    step: money(step),
    ending: money(ending),
  });
  return [
    steps('exact', 1),
    ...(whole === 1 ? [] : [steps('half', whole / 2), steps('one', whole)]),
    steps('five', 5 * whole),
    steps('ten', 10 * whole),
    steps('nine', 10 * whole, 9 * whole),
    ...(whole < 100 ? [] : [steps('ninetyNine', whole, (whole / 100) * 99)]),
  ];
}
