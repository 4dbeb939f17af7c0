import { absMoney, type Money } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import styles from '../shift.module.css';

/** Over or short: the word has the sign, so the amount has none. */
export function Difference({ amount }: { amount: Money }) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = amount === 0 ? 'even' : amount > 0 ? 'over' : 'short';
  return (
    <div className={styles.difference} data-state={state}>
      <dt>{t(`counter.shift.${state}`)}</dt>
      <dd>{format.money(absMoney(amount))}</dd>
    </div>
  );
}
