/**
 * What a shop's country decides on the first screen: currency, time zone, tax regime with the classes to start with,
 * rounding. Names are the screen's affair (`Intl.DisplayNames`). Where a country's tax is not known for sure it starts
 * with "No tax", and the shop writes its own class.
 */
import { africa } from './africa';
import { americas } from './americas';
import { asia } from './asia';
import type { Country } from './define';
import { europe } from './europe';
import { oceania } from './oceania';

export const countries: readonly Country[] = [...asia, ...africa, ...europe, ...americas, ...oceania];

const byCode = new Map(countries.map((country) => [country.code, country]));

/** Undefined for a code that is none of ours. */
export function findCountry(code: string): Country | undefined {
  return byCode.get(code);
}

export type { Country, StartingTax } from './define';
