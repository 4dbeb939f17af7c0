/** The sale: the open bill, and bills as they were. */
import { billCalls } from './bills';
import { cartCalls } from './cart';

export const salesCalls = { ...cartCalls, ...billCalls } as const;

export * from './bills';
export * from './cart';
