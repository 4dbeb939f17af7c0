/** How numbers of a country are written at home: its calling code, and how many digits follow it. */
type Plan = readonly [code: string, fewest: number, most: number];

/** ITU-T E.164 calling codes with the lengths of national numbers, of the countries where shops ask for them most. */
const plans: Readonly<Record<string, Plan>> = {
  IN: ['91', 10, 10],
  BD: ['880', 10, 10],
  LK: ['94', 9, 9],
  NP: ['977', 10, 10],
  PK: ['92', 10, 10],
  AE: ['971', 9, 9],
  SA: ['966', 9, 9],
  SG: ['65', 8, 8],
  MY: ['60', 8, 10],
  ID: ['62', 9, 12],
  PH: ['63', 10, 10],
  NG: ['234', 8, 10],
  KE: ['254', 9, 9],
  GH: ['233', 9, 9],
  TZ: ['255', 9, 9],
  UG: ['256', 9, 9],
  ZA: ['27', 9, 9],
  EG: ['20', 9, 10],
  US: ['1', 10, 10],
  CA: ['1', 10, 10],
  BR: ['55', 10, 11],
  MX: ['52', 10, 10],
  GB: ['44', 9, 10],
  IE: ['353', 7, 9],
  FR: ['33', 9, 9],
  ES: ['34', 9, 9],
  AU: ['61', 9, 9],
  NZ: ['64', 8, 10],
};

/** How the digits of a country stand in groups; elsewhere in threes from the end. */
const groups: Readonly<Record<string, readonly [RegExp, string]>> = {
  IN: [/(\d{5})(\d{5})/, '$1 $2'],
  US: [/(\d{3})(\d{3})(\d{4})/, '$1 $2 $3'],
};
const threes = [/(\d+)(\d{3})(\d{3})/, '$1 $2 $3'] as const;

/** What `internationalPhone` answers, so that people can compare it: `+91 98200 11223`. */
export function spacedPhone(digits: string): string {
  for (const [country, [code, fewest, most]] of Object.entries(plans)) {
    const national = digits.slice(code.length);
    if (!digits.startsWith(code) || national.length < fewest || national.length > most) continue;
    return `+${code} ${national.replace(...(groups[country] ?? threes))}`;
  }
  return `+${digits}`;
}

/**
 * A telephone number as the whole world would dial it: digits, the country's in front, no sign. Null when that cannot be
 * known: a number that nobody can complete is better chosen by hand than sent to a stranger.
 *
 * @param country the shop's, ISO 3166 alpha-2, for numbers written as they are at home
 */
export function internationalPhone(phone: string, country: string): string | null {
  const digits = phone.replace(/\D/g, '');
  // The nought of `+44 (0)79…` is dialled at home only.
  const abroad = phone.replace('(0)', '').replace(/\D/g, '');
  if (phone.trim().startsWith('+')) return abroad || null;
  if (digits.startsWith('00')) return abroad.slice(2) || null;
  const plan = plans[country];
  if (!plan) return null;
  const [code, fewest, most] = plan;
  const fits = (number: string) => number.length >= fewest && number.length <= most;
  const national = digits.replace(/^0+/, '');
  // Typed with the country and without its plus.
  const isWhole = national.startsWith(code) && fits(national.slice(code.length));
  if (!fits(national)) return isWhole ? national : null;
  // A nought in front is written at home only; without one, what could be read both ways is left to the person.
  return isWhole && national === digits ? null : code + national;
}
