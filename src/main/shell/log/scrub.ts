import type { LogFields } from '@shared/log';

/** Keys whose value is never written down, at any depth. */
const secretKeys =
  /^(pin|pin_?hash|password|secret|token|phone|email|gstin|upi(_?id)?|address|authorization|cookie|customer(_?name)?)$/i;

/** Ten to fifteen digits in a row, or fewer after a plus, with the gaps people leave; and what looks like mail. */
const phone = /(?<![\w.-])(?:\+\d[\d ()-]{6,18}\d|\d{10,15}|\d{5} \d{5})(?![\w-])/g;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
/** Longer texts are cut before they are searched: a log line is no place for a file. */
const maxText = 8_000;

/**
 * The last line of defence before a line is written. Callers do not put what people typed into the log; this is for
 * the one that will.
 */
export function scrub(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, clean(key, value, 0)]));
}

function clean(key: string, value: unknown, depth: number): unknown {
  if (secretKeys.test(key)) return '[redacted]';
  if (typeof value === 'string') return cleanText(value.slice(0, maxText));
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 5) return '[deep]';
  if (value instanceof Error) return clean(key, value.stack ?? value.message, depth);
  if (Array.isArray(value)) return value.map((item) => clean(key, item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clean(name, item, depth + 1)]));
}

function cleanText(text: string): string {
  const withoutPhones = text.replaceAll(phone, '[phone]');
  return withoutPhones.includes('@') ? withoutPhones.replaceAll(mail, '[mail]') : withoutPhones;
}
