import { z } from 'zod';

/**
 * The fields of a record as they came: looked at as a whole and not copied one by one, because there are thirty in every
 * bill and what they hold is the registry's matter. `__proto__` is no name of a field.
 */
export const fields = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__'),
);
