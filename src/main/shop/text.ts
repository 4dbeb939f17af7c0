import { AppError } from '@shared/errors';
import { ArithmeticError } from '@shared/money';

/**
 * Characters that turn the direction of all that follows, also of the price beside a name or the words around it on a
 * receipt (Unicode's "bidi" embeddings, overrides and isolates), and the mark that files begin with. Right-to-left
 * languages need none of them.
 */
const turning = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A name as it is kept: one spelling for one look (Unicode NFC, without which two typings of one Hindi word differ), no
 * blanks at the ends or in a row.
 */
export function cleanName(text: string): string {
  return text.replace(turning, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A longer text, its line breaks kept; null when nothing is left of it. */
export function cleanText(text: string | null): string | null {
  const clean = text?.replace(turning, '').normalize('NFC').trim() ?? '';
  return clean === '' ? null : clean;
}

/** A code or a number of a document: as typed, without blanks at the ends; null when nothing is left of it. */
export function cleanCode(text: string | null): string | null {
  const clean = text?.trim() ?? '';
  return clean === '' ? null : clean;
}

/** Runs a check of one field's value; what it refuses becomes `bad_value` with the field's name and the reason. */
export function checkField<T>(field: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error;
    throw badValue(field, error.message, { reason: error.code });
  }
}

/** The refusal of one field's value. */
export function badValue(field: string, message: string, params: Record<string, string | number> = {}): AppError {
  return new AppError('bad_value', message, { field, ...params });
}

/** What a LIKE pattern must not take for a wildcard; use with `ESCAPE '\'`. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
