import { Button } from '@mantine/core';
import { absMoney, type Money, ZERO } from '@shared/money';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useTill } from '../../shop';
import { Keycap } from '../../shortcuts';
import { useCart } from '../cart';
import styles from './Totals.module.css';

interface Props {
  readonly asleep: boolean;
  readonly onPay: () => void;
}

/** How the total came about, the total, and the one thing to do with it. */
export const Totals = memo(function Totals({ asleep, onPay }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useTill();
  const totals = useCart((state) => state.cart?.totals);
  const hasExchange = useCart((state) => (state.cart?.exchange ?? null) !== null);
  const isTotal = !hasExchange && (totals?.advance ?? 0) === 0;
  /** With nothing brought back, and nothing paid before, it is the total. */
  const toPay = totals?.toPay ?? ZERO;
  const row = (label: string, amount: Money) => (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{format.amount(amount)}</dd>
    </div>
  );
  return (
    <div className={styles.root}>
      <dl className={styles.rows}>
        {totals && (
          <>
            {row(hasExchange ? t('counter.newGoods') : t('counter.subtotal'), totals.subtotal)}
            {totals.discount !== 0 && (
              <div className={styles.row}>
                <dt>{t('counter.discount')}</dt>
                <dd>{t('counter.off', { amount: format.amount(totals.discount) })}</dd>
              </div>
            )}
            {row(shop.pricesIncludeTax ? t('counter.taxIncluded') : t('counter.tax'), totals.tax)}
            {totals.roundOff !== 0 && row(t('counter.roundOff'), totals.roundOff)}
            {hasExchange && (
              <>
                {totals.total !== totals.subtotal && row(t('counter.total'), totals.total)}
                <div className={styles.row}>
                  <dt>{t('counter.exchange.credit')}</dt>
                  <dd>{t('counter.off', { amount: format.amount(totals.credit) })}</dd>
                </div>
              </>
            )}
            {totals.advance !== 0 && (
              <>
                {!hasExchange && totals.total !== totals.subtotal && row(t('counter.total'), totals.total)}
                <div className={styles.row}>
                  <dt>{t('counter.orderAdvance')}</dt>
                  <dd>{t('counter.off', { amount: format.amount(totals.advance) })}</dd>
                </div>
              </>
            )}
          </>
        )}
      </dl>
      <div className={styles.sum}>
        <span className={styles.label}>
          {isTotal ? t('counter.total') : toPay < 0 ? t('pay.giveBack') : t('pay.due')}
        </span>
        <output className={styles.total}>{totals ? format.money(absMoney(toPay)) : ''}</output>
      </div>
      {!asleep && (
        <PayButton disabled={!totals || (totals.lines === 0 && !hasExchange)} givesBack={toPay < 0} onPay={onPay} />
      )}
    </div>
  );
});

/** Apart from the figures, which change with every scan: it hardly ever does. */
const PayButton = memo(function PayButton(props: { disabled: boolean; givesBack: boolean; onPay: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      className={styles.pay ?? ''}
      size="lg"
      fullWidth
      disabled={props.disabled}
      onClick={props.onPay}
      rightSection={<Keycap of="pay" />}
    >
      {props.givesBack ? t('counter.returns.giveBack') : t('counter.pay')}
    </Button>
  );
});
