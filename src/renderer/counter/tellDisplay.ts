import type { CallInput } from '@shared/contract';
import { useEffect } from 'react';
import { call } from '../live';

/** Nobody at the till waits for what the customer sees, or hears that it was not to be had. */
const tell = (what: CallInput<'display.tell'>): void => void call('display.tell', what).catch(() => undefined);

/** The customer's screen shows this as long as the component is there; main has the bill itself. */
export function useTellDisplay({ mode, received, left, upi, billId }: CallInput<'display.tell'>): void {
  useEffect(() => {
    tell({
      mode,
      ...(received !== undefined && { received }),
      ...(left !== undefined && { left }),
      ...(upi !== undefined && { upi }),
      ...(billId !== undefined && { billId }),
    });
  }, [mode, received, left, upi, billId]);
  useEffect(() => () => tell({ mode: 'sell' }), []);
}
