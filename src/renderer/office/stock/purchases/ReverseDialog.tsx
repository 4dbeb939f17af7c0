import type { Purchase } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { ReasonField } from '../../../ui/office';
import { DialogForm, useForm, useFormCommand } from '../../form';

/** Takes a purchase back as a whole, with the reason. */
export function ReverseDialog({ purchase, onClose }: { purchase: Purchase; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm({ reason: '' });
  const command = useFormCommand('purchases.reverse', form);
  const { reason } = form.draft;
  const save = async () => {
    const outcome = await command.run({ id: purchase.id, reason: reason.trim() });
    if (outcome.ok) toast.done(() => t('office.purchases.reversedNow', { number: purchase.billNumber }));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.purchases.reverseTitle', { number: purchase.billNumber })}
      form={form}
      findErrors={() => (reason.trim() === '' ? { reason: t('office.purchases.missingReason') } : {})}
      pending={command.pending}
      action={t('office.purchases.reverse')}
      isLoss
      onSave={save}
      onClose={onClose}
    >
      <p>{t('office.purchases.reverseText', { total: format.money(purchase.total), supplier: purchase.supplier })}</p>
      <ReasonField
        data-autofocus
        label={t('office.stock.reason')}
        reasons={[
          t('office.purchases.reasons.wrong'),
          t('office.purchases.reasons.back'),
          t('office.purchases.reasons.twice'),
        ]}
        value={reason}
        onChange={(next) => form.set('reason', next)}
        error={form.errors.reason}
      />
    </DialogForm>
  );
}
