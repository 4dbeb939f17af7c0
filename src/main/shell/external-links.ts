import { AppError } from '@shared/errors';

/** wa.me is https. */
const schemes = new Set(['https:', 'mailto:', 'upi:']);

/**
 * Says whether a link may leave the app, and gives it back as the parser understood it, so that what was checked is
 * what is opened.
 *
 * @throws AppError `bad_value`
 */
export function checkedExternalLink(text: string): string {
  const url = URL.parse(text);
  const allowed = url !== null && schemes.has(url.protocol) && url.username === '' && url.password === '';
  if (!allowed) throw new AppError('bad_value', 'This link may not leave the app', { field: 'url' });
  return url.href;
}
