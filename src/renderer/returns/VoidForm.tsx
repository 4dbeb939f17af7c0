import { Button } from '@mantine/core';
import type { Bill, BillVoid } from '@shared/contract';
import { type Money, sumMoney } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withApproval } from '../approval';
import { useCommand } from '../live';
import { useFormat } from '../shop';
import { failureWords } from '../ui';
import { ReasonField } from '../ui/office';
import styles from './returns.module.css';

interface Props {
  readonly bill: Bill;
  readonly onBack: () => void;
  readonly onDone: (made: BillVoid) => void;
}

/** The whole bill is taken back, on its own day: why, and where the role wants it, somebody's PIN. */
export function VoidForm({ bill, onBack, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const command = useCommand('sales.void', { onRefused: () => true });
  const submit = async () => {
    let made: BillVoid | null = null;
    const failure = await withApproval(async (approval) => {
      const outcome = await command.run({
        billId: bill.id,
        reason: reason.trim(),
        ...(approval === undefined ? {} : { approval }),
      });
      if (outcome.ok) made = outcome.value;
      return outcome.ok ? null : outcome.failure;
    });
    if (made) onDone(made);
    else if (failure) setRefused(failureWords(failure));
  };
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '' && !command.pending) void submit();
      }}
    >
      <p className={styles.about}>{t('counter.returns.voidText', { amount: format.money(bill.total) })}</p>
      <dl className={styles.back}>
        {goingBack(bill).map(([way, amount]) => (
          <div key={way}>
            <dt>{t(`counter.returns.voidBack.${way}`)}</dt>
            <dd>{format.money(amount)}</dd>
          </div>
        ))}
      </dl>
      <ReasonField
        autoFocus
        label={t('counter.returns.reason')}
        reasons={[
          t('counter.returns.reasons.mistake'),
          t('counter.returns.reasons.twice'),
          t('counter.returns.reasons.mind'),
        ]}
        value={reason}
        onChange={(next) => {
          setReason(next);
          setRefused(null);
        }}
        error={refused}
      />
      <div className={styles.foot}>
        <Button variant="default" size="md" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button
          type="submit"
          size="md"
          color="var(--loss-fill)"
          loading={command.pending}
          disabled={reason.trim() === ''}
        >
          {t('counter.returns.void')}
        </Button>
      </div>
    </form>
  );
}

const ways = ['cash', 'upi', 'card', 'bank', 'store_credit'] as const;

/** What leaves the shop again and which way: as it came. Of a bill on account, what the customer no longer owes. */
function goingBack({ payments, due }: Bill): (readonly [(typeof ways)[number] | 'on_account', Money])[] {
  const back = ways.map(
    (way) => [way, sumMoney(payments.filter(({ method }) => method === way).map(({ amount }) => amount))] as const,
  );
  return [...back, ['on_account', due] as const].filter(([, amount]) => amount > 0);
}
