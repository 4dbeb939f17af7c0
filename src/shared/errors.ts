/**
 * What can be refused, by name. The renderer owns the words (`errors.<code>` in its dictionaries); the English
 * message here is for logs and for callers without a dictionary.
 */
export const errorCodes = [
  // The call itself
  'bad_request',
  'not_allowed',
  'not_signed_in',
  'untrusted_sender',
  'internal',
  'busy',
  // Records
  'not_found',
  'deleted',
  'inactive',
  'already_exists',
  'duplicate_barcode',
  'duplicate_sku',
  'bad_barcode',
  'in_use',
  'category_cycle',
  'bad_value',
  'bulk_stale',
  // Signing in
  'wrong_pin',
  'locked_out',
  'pin_too_weak',
  'last_owner',
  // Staff
  'office_only',
  'last_office',
  // The shop
  'shop_exists',
  'no_shop',
  // Selling
  'cart_empty',
  'cart_changed',
  'unknown_code',
  'ambiguous_code',
  'too_many_lines',
  'nothing_to_undo',
  'discount_above_price',
  'not_enough_paid',
  'overpaid',
  'stock_blocked',
  'customer_required',
  'credit_limit',
  'nothing_to_return',
  'already_returned',
  'bad_bill',
  'discount_limit',
  // Tills together
  'already_connected',
  'not_connected',
  'not_host',
  'hub_unavailable',
  'hub_behind',
  'unsent_work',
  'host_terminal',
  'pairing_closed',
  'pairing_digits',
  'duplicate_bill',
  'already_reversed',
  // Production
  'recipe_cycle',
  'recipe_exists',
  'count_closed',
  'nothing_counted',
  'zero_payment',
  'cash_limit',
  'store_credit_short',
  'due_day',
  'refund_mismatch',
  'above_mrp',
  'cart_not_empty',
  'exchange_open',
  'already_taken',
  // Orders
  'order_moved',
  'order_closed',
  'order_billed',
  'order_words',
  'order_paid',
  'order_customer',
  'order_changed',
  'order_unbilled',
  'order_advance',
  'too_large',
  // Allowed by somebody else
  'approval_required',
  'approval_invalid',
  // Bills taken back
  'already_voided',
  'not_voidable',
  // Shifts
  'shift_required',
  'shift_open',
  'shift_closed',
  'shift_elsewhere',
  'bad_count',
  // Training
  'training_failed',
  'not_in_training',
  // Printing
  'no_printer',
  'print_busy',
  'labels_too_many',
  'labels_no_code',
  'labels_no_price',
  'labels_code_long',
  'labels_gone',
  'labels_too_wide',
  // Returns
  'return_incomplete',
  // Files
  'file_not_written',
  'file_unreadable',
  'file_too_large',
  'file_encoding',
  'file_format',
  'import_columns',
  'import_stale',
  'cancelled',
  // The database
  'database_corrupt',
  'database_newer',
  'database_foreign',
  'database_read_only',
  'database_full',
  'database_in_use',
  'database_unavailable',
  'backup_failed',
  'migration_failed',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Facts for the sentence: a field's path, a code that was scanned, a limit. Never a secret. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An expected refusal. Anything else that is thrown is a bug and reaches the person as `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, message: string, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

/** What a failed call carries over IPC. Stacks stay in the log, under the correlation id. */
export interface CallError {
  code: ErrorCode;
  message: string;
  params: ErrorParams;
  /** True when the same call may succeed later without any change by the person. */
  retryable: boolean;
  correlationId: string;
}

/** Electron carries only `message` across `invoke`, so a refusal is a value, never a thrown error. */
export type Envelope<T> = { ok: true; value: T } | { ok: false; error: CallError };
