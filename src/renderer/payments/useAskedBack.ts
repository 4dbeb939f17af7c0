import { useRef, useState } from 'react';

/** Money that may be meant and may be a slip: more cash than a drawer holds, more than is due. Main asks back once. */
export type MoneyConfirm = 'cash_limit' | 'advance';
const confirms: Readonly<Record<string, MoneyConfirm>> = { cash_limit: 'cash_limit', overpaid: 'advance' };

/** What a refusal asks back, if it asks. */
export const askedBackBy = (code: string): MoneyConfirm | undefined => confirms[code];

export interface AskedBack {
  /** What has been said yes to. */
  readonly confirmed: MoneyConfirm[];
  /** The form is being sent as it stands now; what is asked back is asked of that. */
  sending(): void;
  /** Pressing again says yes. */
  ask(confirm: MoneyConfirm): void;
}

/**
 * What was asked back, and was answered by pressing again. A "yes" holds for what it was said to, and for nothing that was
 * changed since.
 *
 * @param asked everything that a "yes" is said to, as a text
 */
export function useAskedBack(asked: string): AskedBack {
  const [said, setSaid] = useState<{ readonly to: string; readonly confirms: readonly MoneyConfirm[] } | null>(null);
  const sent = useRef(asked);
  return {
    confirmed: said?.to === asked ? [...said.confirms] : [],
    sending: () => {
      sent.current = asked;
    },
    ask: (confirm) => {
      const to = sent.current;
      setSaid((now) => ({ to, confirms: [...(now?.to === to ? now.confirms : []), confirm] }));
    },
  };
}
