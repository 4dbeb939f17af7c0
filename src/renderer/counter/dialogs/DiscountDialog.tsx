import { Button, SegmentedControl } from '@mantine/core';
import type { CartLine, Discount } from '@shared/contract';
import type { Money, Rate } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withApproval } from '../../approval';
import { failureWords } from '../../ui';
import { MoneyInput, RateInput } from '../../ui/office';
import { useCart, useCartStore } from '../cart';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

interface Props {
  readonly line: CartLine | null;
  readonly onClose: () => void;
}

/** On a line or on the whole bill, in percent or as an amount. Beyond the role's limit somebody else's PIN is asked for. */
export function DiscountDialog({ line, onClose }: Props) {
  const { t } = useTranslation();
  const store = useCartStore();
  const billDiscount = useCart((state) => state.cart?.discount ?? null);
  const [on, setOn] = useState<'line' | 'bill'>(line ? 'line' : 'bill');
  const current = on === 'line' ? (line?.discount ?? null) : billDiscount;
  const [as, setAs] = useState<'percent' | 'amount'>(current && 'amount' in current ? 'amount' : 'percent');
  const [percent, setPercent] = useState<Rate | null>(current && 'percent' in current ? current.percent : null);
  const [amount, setAmount] = useState<Money | null>(current && 'amount' in current ? current.amount : null);
  const [refused, setRefused] = useState<string | null>(null);

  const give = async (discount: Discount) => {
    const subject = on === 'line' && line ? { lineNo: line.lineNo, discount } : { discount };
    const failure = await withApproval((approval) =>
      store.setDiscount(approval === undefined ? subject : { ...subject, approval }),
    );
    if (failure) setRefused(failureWords(failure));
    else onClose();
  };
  const submit = () => {
    if (as === 'percent' && percent !== null) void give(percent === 0 ? null : { percent });
    if (as === 'amount' && amount !== null) void give(amount === 0 ? null : { amount });
  };
  const forget = () => setRefused(null);
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.discountDialog.title')} size="sm">
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {line && (
          <SegmentedControl
            fullWidth
            size="md"
            aria-label={t('counter.discountDialog.on')}
            value={on}
            onChange={(value) => setOn(value === 'line' ? 'line' : 'bill')}
            data={[
              { value: 'line', label: t('counter.discountDialog.line') },
              { value: 'bill', label: t('counter.discountDialog.bill') },
            ]}
          />
        )}
        {on === 'line' && line && <p className={styles.about}>{line.name}</p>}
        <SegmentedControl
          fullWidth
          size="md"
          aria-label={t('counter.discountDialog.title')}
          value={as}
          onChange={(value) => {
            setAs(value === 'percent' ? 'percent' : 'amount');
            forget();
          }}
          data={[
            { value: 'percent', label: t('counter.discountDialog.percent') },
            { value: 'amount', label: t('counter.discountDialog.amount') },
          ]}
        />
        {as === 'percent' ? (
          <RateInput
            key="percent"
            data-autofocus
            size="lg"
            className={styles.number ?? ''}
            label={t('counter.discountDialog.percent')}
            value={percent}
            onChange={(value) => {
              setPercent(value);
              forget();
            }}
            error={refused}
          />
        ) : (
          <MoneyInput
            key="amount"
            autoFocus
            size="lg"
            className={styles.number ?? ''}
            label={t('counter.discountDialog.amount')}
            value={amount}
            onChange={(value) => {
              setAmount(value);
              forget();
            }}
            error={refused}
          />
        )}
        <Button type="submit" size="md" disabled={(as === 'percent' ? percent : amount) === null}>
          {t('counter.discountDialog.set')}
        </Button>
        {current && (
          <Button variant="default" size="md" onClick={() => void give(null)}>
            {t('counter.discountDialog.none')}
          </Button>
        )}
      </form>
    </CounterDialog>
  );
}
