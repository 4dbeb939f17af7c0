import { z } from 'zod';

/** Ways in which money itself changes hands. */
export const moneyMethod = z.enum(['cash', 'card', 'upi', 'bank']);
