import { ArithmeticError, attempt } from '../money';

/** State and territory codes that begin a GSTIN. */
export const gstStates: Readonly<Record<string, string>> = {
  '01': 'Jammu and Kashmir',
  '02': 'Himachal Pradesh',
  '03': 'Punjab',
  '04': 'Chandigarh',
  '05': 'Uttarakhand',
  '06': 'Haryana',
  '07': 'Delhi',
  '08': 'Rajasthan',
  '09': 'Uttar Pradesh',
  '10': 'Bihar',
  '11': 'Sikkim',
  '12': 'Arunachal Pradesh',
  '13': 'Nagaland',
  '14': 'Manipur',
  '15': 'Mizoram',
  '16': 'Tripura',
  '17': 'Meghalaya',
  '18': 'Assam',
  '19': 'West Bengal',
  '20': 'Jharkhand',
  '21': 'Odisha',
  '22': 'Chhattisgarh',
  '23': 'Madhya Pradesh',
  '24': 'Gujarat',
  '25': 'Daman and Diu',
  '26': 'Dadra and Nagar Haveli and Daman and Diu',
  '27': 'Maharashtra',
  '28': 'Andhra Pradesh (before 2014)',
  '29': 'Karnataka',
  '30': 'Goa',
  '31': 'Lakshadweep',
  '32': 'Kerala',
  '33': 'Tamil Nadu',
  '34': 'Puducherry',
  '35': 'Andaman and Nicobar Islands',
  '36': 'Telangana',
  '37': 'Andhra Pradesh',
  '38': 'Ladakh',
  '97': 'Other territory',
};

/** State, PAN (five letters, four digits, a letter), number of the registration, `Z`, check character. */
const form = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The fifteenth character: base 36, weights 1 and 2 in turn, the digits of each product summed. */
export function gstinCheckCharacter(firstFourteen: string): string {
  let sum = 0;
  for (let index = 0; index < 14; index++) {
    const product = alphabet.indexOf(firstFourteen.charAt(index)) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return alphabet.charAt((36 - (sum % 36)) % 36);
}

/** The GSTIN in capitals without blanks around it. Throws `bad_code` with the reason: form, state or check character. */
export function validateGstin(text: string, field = 'gstin'): string {
  const gstin = text.trim().toUpperCase();
  const refuse = (why: string) =>
    new ArithmeticError('bad_code', field, `${why}: ${JSON.stringify(text.slice(0, 40))}`);
  if (gstin.length !== 15) throw refuse('a GSTIN has 15 characters');
  if (!form.test(gstin)) throw refuse('not the form of a GSTIN');
  if (gstStateOf(gstin) === undefined) throw refuse('no such state');
  if (gstinCheckCharacter(gstin) !== gstin.at(-1)) throw refuse('wrong check character');
  return gstin;
}

export function isGstin(text: string): boolean {
  return attempt(() => validateGstin(text)).ok;
}

/** Name of the state that a GSTIN, or a bare two-digit code, begins with. */
export function gstStateOf(text: string): string | undefined {
  const code = text.slice(0, 2);
  return Object.hasOwn(gstStates, code) ? gstStates[code] : undefined;
}
