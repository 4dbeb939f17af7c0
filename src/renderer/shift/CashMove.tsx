import { Button } from '@mantine/core';
import type { Money } from '@shared/money';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids, useCommand } from '../live';
import { useFormat } from '../shop';
import { failureWords, toast } from '../ui';
import { MoneyInput, ReasonField } from '../ui/office';
import styles from './shift.module.css';
import { useLargeCash } from './useLargeCash';

/** Money into the drawer or out of it that no bill explains: with its reason, so that the count does. */
export function CashMove({ direction }: { direction: 'in' | 'out' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [entryId, setEntryId] = useState(() => ids.next());
  const [amount, setAmount] = useState<Money | null>(null);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const large = useLargeCash(amount);
  const move = useCommand('shift.cash', { onRefused: () => true });
  const submit = async () => {
    if (!amount || reason.trim() === '' || move.pending || !large.check()) return;
    const outcome = await move.run({ entryId, direction, amount, reason: reason.trim(), confirm: [...large.confirm] });
    if (!outcome.ok) return setRefused(failureWords(outcome.failure));
    toast.done(() => t(`counter.shift.moved.${direction}`, { amount: format.money(amount) }));
    setEntryId(ids.next());
    setAmount(null);
    setReason('');
    field.current?.focus();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <MoneyInput
        autoFocus
        inputRef={field}
        size="lg"
        className={styles.number ?? ''}
        label={t(`counter.shift.amount.${direction}`)}
        value={amount}
        onChange={(next) => {
          setAmount(next);
          setRefused(null);
        }}
        error={refused ?? large.warning ?? (amount === 0 ? t('common.number.zero') : undefined)}
      />
      <ReasonField
        label={t('counter.shift.reason')}
        reasons={
          direction === 'in'
            ? [t('counter.shift.reasons.change'), t('counter.shift.reasons.owner')]
            : [t('counter.shift.reasons.bank'), t('counter.shift.reasons.supplier'), t('counter.shift.reasons.tea')]
        }
        value={reason}
        onChange={setReason}
      />
      <Button type="submit" size="md" loading={move.pending} disabled={!amount || reason.trim() === ''}>
        {t(`counter.shift.move.${direction}`)}
      </Button>
    </form>
  );
}
