import { Radio, Stack } from '@mantine/core';
import type { Order } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { withApproval } from '../../approval';
import { asFailure, call } from '../../live';
import { useFormat } from '../../shop';
import { toast } from '../../ui';
import { ReasonField } from '../../ui/office';
import { DialogForm, useForm } from '../form';

/** Ends an order. Where money was paid for it, it is said what becomes of that; somebody who may allows it. */
export function CancelDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm({ reason: '', advance: 'refund' as 'refund' | 'keep' });
  const { draft, set, errors } = form;
  const { id, number, advance } = order;
  const save = async () => {
    const failure = await withApproval(async (approval) => {
      try {
        const input = { id, reason: draft.reason.trim(), advance: draft.advance, paid: advance };
        await call('orders.cancel', approval === undefined ? input : { ...input, approval });
        return null;
      } catch (error) {
        return asFailure(error);
      }
    });
    if (failure && failure.code !== 'approval_required') toast.refused(failure);
    if (!failure) toast.done(() => t('office.orders.cancelled', { number }));
    return failure === null;
  };
  return (
    <DialogForm
      title={t('office.orders.cancelTitle', { number })}
      form={form}
      findErrors={() => (draft.reason.trim() === '' ? { reason: t('office.orders.missingReason') } : {})}
      pending={false}
      action={t('office.orders.cancelAction')}
      back={t('office.orders.keepOrder')}
      isLoss
      onSave={save}
      onClose={onClose}
    >
      <ReasonField
        data-autofocus
        label={t('office.orders.reason')}
        reasons={[
          t('office.orders.reasons.customer'),
          t('office.orders.reasons.shop'),
          t('office.orders.reasons.mistake'),
        ]}
        value={draft.reason}
        onChange={(reason) => set('reason', reason)}
        error={errors.reason}
      />
      {advance > 0 && (
        <Radio.Group
          label={t('office.orders.refundOrKeep', { amount: format.money(advance) })}
          value={draft.advance}
          onChange={(value) => set('advance', value === 'keep' ? 'keep' : 'refund')}
        >
          <Stack gap="sm" mt="xs">
            <Radio value="refund" label={t('office.orders.refund')} description={t('office.orders.refundHint')} />
            <Radio value="keep" label={t('office.orders.keep')} description={t('office.orders.keepHint')} />
          </Stack>
        </Radio.Group>
      )}
    </DialogForm>
  );
}
