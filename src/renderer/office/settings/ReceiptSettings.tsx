import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cell, FormSection, useForm } from '../form';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './ShopSettings';

const fields = ['receipt_header', 'receipt_footer'] as const;

/** The shop's own words on every receipt. */
export function ReceiptSettings({ settings, mayEdit }: SettingsProps) {
  const { t } = useTranslation();
  const form = useForm({
    receipt_header: settings.receipt_header ?? '',
    receipt_footer: settings.receipt_footer ?? '',
  });
  const { draft, set, errors } = form;
  return (
    <SettingsForm
      form={form}
      mayEdit={mayEdit}
      input={() => ({
        receipt_header: draft.receipt_header.trim() || null,
        receipt_footer: draft.receipt_footer.trim() || null,
      })}
    >
      <FormSection title={t('office.settings.receipt')} note={t('office.settings.receiptHint')}>
        {fields.map((field) => (
          <Cell key={field} span={12}>
            <Textarea
              label={t(`office.settings.${field}`)}
              placeholder={t(`office.settings.${field}_example`)}
              autosize
              minRows={3}
              maxLength={1000}
              value={draft[field]}
              onChange={(event) => set(field, event.currentTarget.value)}
              error={errors[field]}
            />
          </Cell>
        ))}
      </FormSection>
    </SettingsForm>
  );
}
