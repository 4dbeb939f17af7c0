import { AppError } from '@shared/errors';

/** A bill's longest return and an import's mapping need a tenth of it. */
const maxBytes = 1024 * 1024;
const maxDepth = 8;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses, before any schema looks at it, what no screen of ours sends: too much, too deep, something other than
 * plain data (structured clone also carries maps, dates, buffers and cycles), and keys that reach for a prototype.
 *
 * @throws AppError `bad_request`; the value itself is not in the error
 */
export function assertPlainInput(input: unknown): void {
  let bytes = 0;

  const take = (amount: number) => {
    bytes += amount;
    if (bytes > maxBytes) throw refuse('too_large');
  };

  const walk = (value: unknown, depth: number): void => {
    take(weigh(value));
    if (typeof value !== 'object' || value === null) return;
    if (depth === maxDepth) throw refuse('too_deep');
    if (Array.isArray(value)) {
      // A sparse array of a billion holes costs nothing to send.
      take(value.length);
      for (const item of value) walk(item, depth + 1);
      return;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw refuse('not_plain');
    for (const [key, item] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) throw refuse('forbidden_key');
      take(key.length * 2);
      walk(item, depth + 1);
    }
  };

  walk(input, 0);
}

/** Roughly what a value holds in memory, without what lies below it. */
function weigh(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return value.length * 2;
    case 'number':
      if (!Number.isFinite(value)) throw refuse('not_a_number');
      return 8;
    case 'boolean':
    case 'undefined':
    case 'object':
      return 8;
    default:
      throw refuse('not_plain');
  }
}

function refuse(reason: string): AppError {
  return new AppError('bad_request', `The input is refused: ${reason}`, { reason });
}
