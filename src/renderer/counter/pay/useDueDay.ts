import { dayOf } from '@shared/clock';
import type { CustomerAccount } from '@shared/contract';
import { useState } from 'react';
import { useLive } from '../../live';
import { useTill } from '../../shop';

const msPerDay = 86_400_000;

/** Until when a due is to be paid: the customer's days or the shop's, unless another day is chosen for this bill. */
export function useDueDay(account: CustomerAccount | undefined) {
  const { shop } = useTill();
  const settings = useLive('settings.get', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const days = account?.creditDays ?? settings.data?.credit_days ?? 0;
  const today = dayOf(Date.now(), shop.timeZone);
  const usual = new Date(Date.parse(`${today}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10);
  return {
    day: chosen ?? usual,
    /** Cleared, it is the usual day again. */
    choose: (day: string) => setChosen(day === '' ? null : day),
    /** For main: nothing unless a day was chosen, so that main's own rule holds. */
    terms: chosen === null ? {} : { dueDay: chosen },
  };
}
