import { Button } from '@mantine/core';
import type { KhataEntry } from '@shared/contract';
import { absMoney } from '@shared/money';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePrint } from '../../printing';
import { useFormat, useMay } from '../../shop';
import { toast } from '../../ui';
import { ReasonField } from '../../ui/office';
import { DialogForm, useForm, useFormCommand } from '../form';
import { khataCalls, type PartyOnPage } from './calls';
import styles from './khata.module.css';

interface Props {
  readonly party: PartyOnPage;
  /** With a payment that can be taken back. */
  readonly entry: KhataEntry & { readonly paymentId: string };
  readonly onClose: () => void;
}

/** A payment of the khata: its paper once more, and the way to take it back. */
export function PaymentDialog({ party, entry, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const print = usePrint();
  const maySell = useMay('sell');
  const form = useForm({ reason: '' });
  const command = useFormCommand(khataCalls[party.kind].takeBack, form);
  const { reason } = form.draft;
  const { paymentId, method } = entry;
  const amount = format.money(absMoney(entry.amount));
  const save = async () => {
    const outcome = await command.run({ paymentId, reason: reason.trim() });
    if (outcome.ok) toast.done(() => t('office.khata.takenBack', { amount }));
    return outcome.ok;
  };
  const facts = [format.dateTime(entry.at), method && t(`common.method.${method}`), entry.reference, entry.note];
  return (
    <DialogForm
      title={t('office.khata.takeBackTitle', { amount })}
      form={form}
      findErrors={() => (reason.trim() === '' ? { reason: t('office.khata.missingReason') } : {})}
      pending={command.pending}
      action={t('office.khata.takeBack')}
      isLoss
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      <p className={styles.text}>
        {method === 'cash' || method === null
          ? t('office.khata.takeBackCash')
          : t('office.khata.takeBackOther', { method: t(`common.method.${method}`) })}
      </p>
      <ReasonField
        data-autofocus
        label={t('office.khata.reason')}
        reasons={[
          t('office.khata.reasons.wrongParty'),
          t('office.khata.reasons.wrongAmount'),
          t('office.khata.reasons.bounced'),
        ]}
        value={reason}
        onChange={(next) => form.set('reason', next)}
        error={form.errors.reason}
      />
      {party.kind === 'customer' && maySell && (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
            onClick={() => void print({ kind: 'payment', id: paymentId, copy: 'duplicate' })}
          >
            {t('office.khata.printReceipt')}
          </Button>
        </div>
      )}
    </DialogForm>
  );
}
