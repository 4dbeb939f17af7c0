import type { TaxPeriod } from '../bill';

import { isDay } from '../clock';
import type { TaxKind, TaxRegime } from '../entities';
import { type CurrencyCode, currencyDecimals, fineMoney, type Money, money, type Rate, rate } from '../money';

/** A tax class that a new shop starts with. The shop may change it; a rate here is a beginning, not advice. */
export interface StartingTax {
  readonly name: string;
  /** False for slabs that no new product should take, kept for what was sold under them. */
  readonly active: boolean;
  readonly periods: readonly TaxPeriod[];
}

/** What choosing a country on the first screen decides. */
export interface Country {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly currency: CurrencyCode;
  /** IANA zones, the one most people live in first. */
  readonly timeZones: readonly [string, ...string[]];
  readonly regime: TaxRegime;
  readonly pricesIncludeTax: boolean;
  /** The bill's total is rounded to this; 0 is off. */
  readonly roundOffUnit: Money;
  /** The smallest coin that is handed over; 0 is off. */
  readonly cashRoundingUnit: Money;
  readonly taxes: readonly StartingTax[];
}

/** What differs from country to country; the rest has a default. */
export interface CountryRules {
  readonly regime: TaxRegime;
  readonly pricesIncludeTax?: boolean;
  readonly taxes: readonly StartingTax[];
  /** Units of the currency as decimals: `1`, `0.05`. */
  readonly roundOff?: string;
  readonly smallestCoin?: string;
}

/** Long before any bill: for rates whose beginning does not matter to a shop that starts today. */
const always = '2000-01-01';

/** One component of a class: a rate in percent. */
export interface Component {
  readonly kind: TaxKind;
  readonly percent: string;
  readonly compound?: boolean;
}

/** Components that hold from a day on; at least one, of 0 % where nothing is charged. */
export function period(from: string, components: readonly [Component, ...Component[]]): TaxPeriod {
  if (!isDay(from)) throw new RangeError(`not a day: ${from}`);
  return {
    from,
    taxes: components.map(({ kind, percent, compound }) => ({
      kind,
      rate: percentage(percent),
      perUnit: fineMoney(0),
      compound: compound ?? false,
    })),
  };
}

export function startingTax(name: string, periods: readonly TaxPeriod[], active = true): StartingTax {
  return { name, active, periods };
}

/** VAT that the price on the shelf includes: a class per rate, in percent, the standard rate first. */
export function vat(...rates: readonly string[]): CountryRules {
  return { regime: 'vat', taxes: rates.map((percent) => flat('VAT', 'vat', percent)) };
}

/** The same under the name that the country gives it. */
export function vatCalled(word: string, ...rates: readonly string[]): CountryRules {
  return { regime: 'vat', taxes: rates.map((percent) => flat(word, 'vat', percent)) };
}

/** Added on top of the price on the shelf. One class, to be set to what the shop's own place charges. */
export function salesTax(word: string, percent: string): CountryRules {
  return { regime: 'sales_tax', pricesIncludeTax: false, taxes: [flat(word, 'sales_tax', percent), untaxed] };
}

const untaxed = startingTax('No tax', [period(always, [{ kind: 'sales_tax', percent: '0' }])]);

/** No tax on sales, or rules that Galla does not know: the shop writes its own class. */
export const noTax: CountryRules = { regime: 'none', taxes: [untaxed] };

function flat(word: string, kind: TaxKind, percent: string): StartingTax {
  return startingTax(`${word} ${percent}%`, [period(always, [{ kind, percent }])]);
}

function percentage(percent: string): Rate {
  return rate(scaled(percent, 4));
}

/** `0.05` in minor units; the tables of this folder are the only callers. */
export function units(amount: string | undefined, currency: CurrencyCode): Money {
  return money(amount === undefined ? 0 : scaled(amount, currencyDecimals(currency)));
}

function scaled(decimal: string, decimals: number): number {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction) || fraction.length > decimals) {
    throw new RangeError(`not a decimal of ${decimals} places: ${decimal}`);
  }
  return Number(whole + fraction.padEnd(decimals, '0'));
}

/** One row of the table. */
export function country(
  code: string,
  currency: CurrencyCode,
  timeZones: readonly [string, ...string[]],
  rules: CountryRules = noTax,
): Country {
  return {
    code,
    currency,
    timeZones,
    regime: rules.regime,
    pricesIncludeTax: rules.pricesIncludeTax ?? true,
    roundOffUnit: units(rules.roundOff, currency),
    cashRoundingUnit: units(rules.smallestCoin, currency),
    taxes: rules.taxes,
  };
}
