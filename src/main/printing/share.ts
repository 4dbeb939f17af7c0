/** Longer than any real message; links of several kilobytes are refused by mail programs. */
const mostCharacters = 500;
export const shortened = (text: string): string => [...text.toWellFormed()].slice(0, mostCharacters).join('');

/** A mail with the words in it. */
export function mailTo(
  to: string | null,
  { subject, text }: { readonly subject: string; readonly text: string },
): string {
  const query = `subject=${encodeURIComponent(shortened(subject))}&body=${encodeURIComponent(shortened(text))}`;
  // One address and nothing else: no second recipient, no header, can be smuggled in by a customer's mail address.
  const address = to !== null && /^[^\s@?&,;<>"]+@[^\s@?&,;<>"]+$/.test(to) ? encodeURIComponent(to) : '';
  return `mailto:${address}?${query}`;
}

/**
 * A message of WhatsApp. `wa.me` wants a number with its country and nothing but digits; without one the person chooses
 * whom to send it to. The text goes whole: an order that ends in the middle would be an order for less.
 */
export function messageTo(number: string | null, text: string): string {
  return `https://wa.me/${number ?? ''}?text=${encodeURIComponent(text.toWellFormed())}`;
}
