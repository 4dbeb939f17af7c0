import { countries, findCountry } from '@shared/countries';
import type { Language } from '@shared/entities';

/** `IN` and `Asia/Kolkata`, as the machine is set; the country most of our shops are in where it does not say. */
export function guessCountry(locale: string): string {
  const region = regionOf(locale);
  if (region && findCountry(region)) return region;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return countries.find((country) => country.timeZones.includes(zone))?.code ?? 'IN';
}

/** The machine's own zone if the country has it, else the one most people of the country live in. */
export function zoneOf(code: string): string {
  const zones = findCountry(code)?.timeZones ?? ['UTC'];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zones.find((zone) => zone === here) ?? zones[0] ?? 'UTC';
}

export const guessLanguage = (locale: string): Language => (locale.toLowerCase().startsWith('hi') ? 'hi' : 'en');

/** Countries by their names in a language, in that language's order. */
export function countryChoices(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const order = new Intl.Collator(language);
  return countries
    .map(({ code }) => ({ value: code, label: names.of(code) ?? code }))
    .sort((a, b) => order.compare(a.label, b.label));
}

function regionOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).region;
  } catch {
    return undefined; // A system locale that is none: `C`.
  }
}
