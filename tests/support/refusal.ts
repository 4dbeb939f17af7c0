import { AppError } from '@shared/errors';

/** The code of the refusal that a call ends with; whatever else is thrown is thrown on. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
}
