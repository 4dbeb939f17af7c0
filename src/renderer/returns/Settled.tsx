import { Button } from '@mantine/core';
import type { BillReturn, BillVoid } from '@shared/contract';
import { absMoney, ZERO } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { usePrint } from '../printing';
import { useFormat } from '../shop';
import styles from './returns.module.css';

interface Props {
  readonly made: BillReturn | BillVoid;
  readonly onClose: () => void;
}

const isVoid = (made: BillReturn | BillVoid): made is BillVoid => !('lines' in made);

/** What goes back to the customer, exactly, as main has written it down. */
export function Settled({ made, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const print = usePrint();
  const number = isVoid(made) ? made.billNumber : made.number;
  return (
    <div className={styles.settled} role="status">
      {made.refunds.map(({ method, amount }) => (
        <div key={method}>
          <div className={styles.about}>
            {t('counter.returns.giveBackBy', { method: t(`common.method.${method}`) })}
          </div>
          <output className={styles.figure}>{format.money(absMoney(amount))}</output>
        </div>
      ))}
      {made.onAccount < ZERO && (
        <div>{t('counter.returns.offAccount', { amount: format.money(absMoney(made.onAccount)) })}</div>
      )}
      <div data-selectable>
        {isVoid(made) ? t('counter.returns.voidDone', { number }) : t('counter.returns.creditNote', { number })}
      </div>
      <div className={styles.foot}>
        <Button
          variant="default"
          size="md"
          onClick={() =>
            void print({
              kind: isVoid(made) ? 'void' : 'return',
              id: isVoid(made) ? made.billId : made.id,
              copy: 'original',
            })
          }
        >
          {t('counter.print.now')}
        </Button>
        <Button autoFocus size="md" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </div>
  );
}
