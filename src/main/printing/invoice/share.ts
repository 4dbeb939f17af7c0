import { internationalPhone } from '@shared/codes';
import type { Language } from '@shared/entities';
import { fill } from '@shared/receipt';
import { mailTo, messageTo, shortened } from '../share';

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

/** A mail with the words in it; the person attaches the file, because a link cannot. */
export function mailLink(to: string | null, bill: SharedBill, language: Language): string {
  const { subject, text } = words[language];
  const filled = { ...bill };
  return mailTo(to, { subject: fill(subject, filled), text: fill(text, filled) });
}

export function messengerLink(phone: string | null, country: string, bill: SharedBill, language: Language): string {
  const number = phone === null ? null : internationalPhone(phone, country);
  return messageTo(number, shortened(fill(words[language].text, { ...bill })));
}

/** An order for whom the shop buys from, as it stands: the person sees it before it is sent. */
export function orderLink(phone: string | null, country: string, text: string): string {
  return messageTo(phone === null ? null : internationalPhone(phone, country), text);
}
