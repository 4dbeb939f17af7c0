import { Select, Textarea, TextInput } from '@mantine/core';
import { isGstin, isUpiId } from '@shared/codes';
import type { BusinessSettings } from '@shared/contract';
import type { Language } from '@shared/entities';
import { useTranslation } from 'react-i18next';
import { Cell, FormSection, GstFields, useForm } from '../form';
import { SettingsForm } from './SettingsForm';

export interface SettingsProps {
  readonly settings: BusinessSettings;
  readonly mayEdit: boolean;
}

interface ShopDraft {
  readonly name: string;
  readonly language: Language;
  readonly address: string;
  readonly phone: string;
  readonly gstin: string;
  readonly state_code: string | null;
  readonly upi_id: string;
}

/** Who the shop is. */
export function ShopSettings({ settings, mayEdit }: SettingsProps) {
  const { t } = useTranslation();
  const form = useForm<ShopDraft>({
    name: settings.name,
    language: settings.language,
    address: settings.address ?? '',
    phone: settings.phone ?? '',
    gstin: settings.gstin ?? '',
    state_code: settings.state_code,
    upi_id: settings.upi_id ?? '',
  });
  const { draft, set, errors } = form;
  return (
    <SettingsForm
      form={form}
      mayEdit={mayEdit}
      findErrors={() => ({
        ...(draft.name.trim() === '' ? { name: t('office.settings.missingName') } : {}),
        ...(draft.gstin.trim() === '' || isGstin(draft.gstin) ? {} : { gstin: t('office.badGstin') }),
        ...(draft.upi_id.trim() === '' || isUpiId(draft.upi_id.trim()) ? {} : { upi_id: t('office.settings.badUpi') }),
      })}
      input={() => ({
        ...draft,
        name: draft.name.trim(),
        address: draft.address.trim() || null,
        phone: draft.phone.trim() || null,
        gstin: draft.gstin.trim().toUpperCase() || null,
        upi_id: draft.upi_id.trim() || null,
      })}
    >
      <FormSection title={t('office.settings.shop')} note={t('office.settings.shopHint')}>
        <Cell span={8}>
          <TextInput
            label={t('office.settings.name')}
            required
            maxLength={200}
            value={draft.name}
            onChange={(event) => set('name', event.currentTarget.value)}
            error={errors.name}
          />
        </Cell>
        <Cell span={4}>
          <TextInput
            label={t('office.settings.phone')}
            type="tel"
            maxLength={30}
            value={draft.phone}
            onChange={(event) => set('phone', event.currentTarget.value)}
            error={errors.phone}
          />
        </Cell>
        <Cell span={12}>
          <Textarea
            label={t('office.settings.address')}
            autosize
            minRows={2}
            maxLength={1000}
            value={draft.address}
            onChange={(event) => set('address', event.currentTarget.value)}
            error={errors.address}
          />
        </Cell>
        <Cell span={4}>
          <Select
            label={t('office.settings.language')}
            allowDeselect={false}
            data={[
              { value: 'en', label: 'English' },
              { value: 'hi', label: 'हिन्दी' },
            ]}
            value={draft.language}
            onChange={(language) => set('language', language === 'hi' ? 'hi' : 'en')}
          />
        </Cell>
      </FormSection>
      {settings.country === 'IN' && (
        <FormSection title={t('office.settings.registration')} note={t('office.settings.registrationHint')}>
          <GstFields
            gstin={draft.gstin}
            stateCode={draft.state_code}
            errors={{ gstin: errors.gstin, stateCode: errors.state_code }}
            onGstin={(gstin) => set('gstin', gstin)}
            onState={(code) => set('state_code', code)}
            cell={(field) => <Cell>{field}</Cell>}
          />
          <Cell>
            <TextInput
              label={t('office.settings.upi')}
              description={t('office.settings.upiHint')}
              maxLength={100}
              spellCheck={false}
              value={draft.upi_id}
              onChange={(event) => set('upi_id', event.currentTarget.value)}
              error={errors.upi_id}
            />
          </Cell>
        </FormSection>
      )}
    </SettingsForm>
  );
}
