import type { Language } from '@shared/entities';
import { fill } from '@shared/receipt';

export interface SharedBill {
  readonly shop: string;
  readonly number: string;
  readonly total: string;
}

const words: Readonly<Record<Language, { readonly subject: string; readonly text: string }>> = {
  en: {
    subject: 'Invoice {number} from {shop}',
    text: 'Invoice {number} from {shop}: {total}. The invoice is attached as a PDF. Thank you!',
  },
  hi: {
    subject: '{shop} का चालान {number}',
    text: '{shop} का चालान {number}: {total}। चालान PDF में साथ है। धन्यवाद!',
  },
};

/** Longer than any real message; links of several kilobytes are refused by mail programs. */
const mostCharacters = 500;
const shortened = (text: string): string => [...text.toWellFormed()].slice(0, mostCharacters).join('');

/** A mail with the words in it; the person attaches the file, because a link cannot. */
export function mailLink(to: string | null, bill: SharedBill, language: Language): string {
  const { subject, text } = words[language];
  const filled = { ...bill };
  const query = `subject=${encodeURIComponent(shortened(fill(subject, filled)))}&body=${encodeURIComponent(shortened(fill(text, filled)))}`;
  // One address and nothing else: no second recipient, no header, can be smuggled in by a customer's mail address.
  const address = to !== null && /^[^\s@?&,;<>"]+@[^\s@?&,;<>"]+$/.test(to) ? encodeURIComponent(to) : '';
  return `mailto:${address}?${query}`;
}

/** Calling codes of countries whose people write their numbers without them. */
const callingCodes: Readonly<Record<string, string>> = { IN: '91', NG: '234', US: '1', GB: '44', KE: '254', GH: '233' };

/** `wa.me` wants a number with its country and nothing but digits; without one the person chooses whom to send it to. */
export function messengerLink(phone: string | null, country: string, bill: SharedBill, language: Language): string {
  const text = encodeURIComponent(shortened(fill(words[language].text, { ...bill })));
  return `https://wa.me/${phone === null ? '' : internationalNumber(phone, country)}?text=${text}`;
}

/** An order for whom the shop buys from, as it stands: the person sees it before it is sent. */
export const orderLink = (phone: string | null, country: string, text: string): string =>
  `https://wa.me/${phone === null ? '' : internationalNumber(phone, country)}?text=${encodeURIComponent(text.toWellFormed())}`;

function internationalNumber(phone: string, country: string): string {
  const digits = phone.replace(/\D/g, '');
  if (phone.trim().startsWith('+')) return digits;
  const code = callingCodes[country];
  const local = digits.replace(/^0+/, '');
  // A number that nobody can complete is better chosen by hand than sent to a stranger.
  return code === undefined || local.length < 6 ? '' : code + local;
}
