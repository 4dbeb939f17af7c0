import { Button, Radio, Stack, Switch, Textarea } from '@mantine/core';
import type { BusinessSettings } from '@shared/contract';
import { packBitmap, readBitmap } from '@shared/paper';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../receipt';
import { toast } from '../../ui';
import { Cell, FormSection, useForm } from '../form';
import { logoOf } from './logo';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './ShopSettings';
import styles from './settings.module.css';

const fields = ['receipt_header', 'receipt_footer'] as const;
const codes = ['code128', 'qr', 'none'] as const satisfies readonly BusinessSettings['receipt_code'][];
const isCode = (text: string): text is (typeof codes)[number] => codes.some((code) => code === text);

/** How every receipt looks, and the shop's own words on it. */
export function ReceiptSettings({ settings, mayEdit }: SettingsProps) {
  const { t } = useTranslation();
  const form = useForm({
    receipt_header: settings.receipt_header ?? '',
    receipt_footer: settings.receipt_footer ?? '',
    receipt_logo: settings.receipt_logo,
    receipt_code: settings.receipt_code,
    receipt_hsn: settings.receipt_hsn === 1,
    bank_details: settings.bank_details ?? '',
  });
  const { draft, set, errors } = form;
  return (
    <SettingsForm
      form={form}
      mayEdit={mayEdit}
      input={() => ({
        receipt_header: draft.receipt_header.trim() || null,
        receipt_footer: draft.receipt_footer.trim() || null,
        receipt_logo: draft.receipt_logo,
        receipt_code: draft.receipt_code,
        receipt_hsn: draft.receipt_hsn ? 1 : 0,
        bank_details: draft.bank_details.trim() || null,
      })}
    >
      <FormSection title={t('office.settings.receipt')} note={t('office.settings.receiptHint')}>
        <Cell span={12}>
          <Logo value={draft.receipt_logo} onChange={(logo) => set('receipt_logo', logo)} />
        </Cell>
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
      <FormSection title={t('office.printers.code')} note={t('office.printers.codeHint')}>
        <Cell span={12}>
          <Radio.Group
            aria-label={t('office.printers.code')}
            value={draft.receipt_code}
            onChange={(code) => isCode(code) && set('receipt_code', code)}
          >
            <Stack gap="sm">
              {codes.map((code) => (
                <Radio key={code} value={code} label={t(`office.printers.codes.${code}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </Cell>
        <Cell span={12}>
          <Switch
            label={t('office.printers.hsn')}
            description={t('office.printers.hsnHint')}
            checked={draft.receipt_hsn}
            onChange={(event) => set('receipt_hsn', event.currentTarget.checked)}
          />
        </Cell>
      </FormSection>
      <FormSection title={t('office.printers.bank')} note={t('office.printers.bankHint')}>
        <Cell span={12}>
          <Textarea
            label={t('office.printers.bank')}
            autosize
            minRows={3}
            maxLength={1000}
            value={draft.bank_details}
            onChange={(event) => set('bank_details', event.currentTarget.value)}
            error={errors.bank_details}
          />
        </Cell>
      </FormSection>
    </SettingsForm>
  );
}

/** The picture above the shop's name, shown as the printer will print it. */
function Logo({ value, onChange }: { value: string | null; onChange: (logo: string | null) => void }) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const picture = value === null ? null : readBitmap(value);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      onChange(packBitmap(await logoOf(chosen)));
    } catch {
      toast.attention(() => t('office.printers.logoBad'));
    }
  };
  return (
    <div className={styles.logo}>
      <div>
        <p className={styles.logoName}>{t('office.printers.logo')}</p>
        <p className={styles.logoHint}>{t('office.printers.logoHint')}</p>
      </div>
      {picture && <Picture picture={picture} label={t('office.printers.logoAlt')} className={styles.logoPicture} />}
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif,image/bmp"
        hidden
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <div className={styles.logoButtons}>
        <Button variant="default" onClick={() => file.current?.click()}>
          {t('office.printers.logoChoose')}
        </Button>
        {value !== null && (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('office.printers.logoRemove')}
          </Button>
        )}
      </div>
    </div>
  );
}
