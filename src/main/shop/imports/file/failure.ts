import { AppError, type ErrorParams } from '@shared/errors';

/** Why a file is none that can be imported; the renderer has words for each. */
export type FormatReason = 'empty' | 'binary' | 'old_excel' | 'damaged' | 'password' | 'quote' | 'no_sheet';

export function badFormat(reason: FormatReason, message: string, params: ErrorParams = {}): AppError {
  return new AppError('file_format', message, { reason, ...params });
}

export function tooLarge(message: string, limit: number, unit: 'bytes' | 'rows' | 'cells' | 'columns'): AppError {
  return new AppError('file_too_large', message, { limit, unit });
}

/** What the system says about a file, as a refusal. */
export function unreadable(path: string, error: unknown): AppError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new AppError(
    'file_unreadable',
    `The file cannot be read (${reason})`,
    { file: path, reason },
    { cause: error },
  );
}
