import type { ProductionLog } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { toast } from '../../../ui';
import { ReasonField } from '../../../ui/office';
import { DialogForm, useForm, useFormCommand } from '../../form';
import styles from './production.module.css';

/** Takes a log back as a whole, with the reason. */
export function TakeBackDialog({ log, onClose }: { log: ProductionLog; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm({ reason: '' });
  const command = useFormCommand('production.reverse', form);
  const { reason } = form.draft;
  const { id, name } = log;
  const save = async () => {
    const outcome = await command.run({ id, reason: reason.trim() });
    if (outcome.ok) toast.done(() => t('office.production.takenBack', { name }));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.production.takeBackTitle', { name, quantity: format.quantityOf(log.quantity, log.unit) })}
      form={form}
      findErrors={() => (reason.trim() === '' ? { reason: t('office.production.missingReason') } : {})}
      pending={command.pending}
      action={t('office.production.takeBack')}
      isLoss
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.text}>{t('office.production.takeBackText')}</p>
      <ReasonField
        data-autofocus
        label={t('office.production.reason')}
        reasons={[
          t('office.production.reasons.wrong'),
          t('office.production.reasons.twice'),
          t('office.production.reasons.product'),
        ]}
        value={reason}
        onChange={(next) => form.set('reason', next)}
        error={form.errors.reason}
      />
    </DialogForm>
  );
}
