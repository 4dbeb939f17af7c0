import type { StaffPayment } from '@shared/contract';
import { absMoney } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { ReasonField } from '../../../ui/office';
import { DialogForm, useForm, useFormCommand } from '../../form';
import styles from './pay.module.css';

/** Takes back what was paid, given or taken off, and says why. */
export function TakeBackDialog({ payment, onClose }: { payment: StaffPayment; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm({ reason: '' });
  const command = useFormCommand('pay.takeBack', form);
  const { reason } = form.draft;
  const save = async () => {
    const outcome = await command.run({ paymentId: payment.id, reason: reason.trim() });
    if (outcome.ok) toast.done(() => t('office.wages.takenBack'));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.wages.takeBackTitle', { amount: format.money(absMoney(payment.amount)) })}
      form={form}
      findErrors={() => (reason.trim() === '' ? { reason: t('office.wages.missingReason') } : {})}
      pending={command.pending}
      action={t('office.wages.takeBackAction')}
      isLoss
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.note}>{t('office.wages.takeBackText')}</p>
      <ReasonField
        data-autofocus
        label={t('office.wages.reason')}
        reasons={[t('office.khata.reasons.wrongParty'), t('office.khata.reasons.wrongAmount')]}
        value={reason}
        onChange={(next) => form.set('reason', next)}
        error={form.errors.reason}
      />
    </DialogForm>
  );
}
