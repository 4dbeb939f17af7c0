import type { PartyKind } from '@shared/contract';
import { absMoney, type Money } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';

/** A balance in words, for columns: `Due ₹500`. Whose it is decides who has to give. */
export function useOwed(kind: PartyKind): (balance: Money) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (balance) => {
    if (balance === 0) return t('office.khata.settled');
    const words = balance > 0 === (kind === 'customer') ? 'toGet' : 'toGive';
    return t(`office.khata.${words}`, { amount: format.money(absMoney(balance)) });
  };
}
