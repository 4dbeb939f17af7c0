import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cell, type Form, FormSection } from '../../form';
import type { ProductDraft } from '../draft';

const flags = ['favourite', 'byWeight', 'active'] as const;

/** How the counter treats it. */
export function CounterSection({ form: { draft, set } }: { form: Form<ProductDraft> }) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('office.products.atCounter')}>
      {flags.map((flag) => (
        <Cell key={flag} span={12}>
          <Switch
            label={t(`office.products.${flag}`)}
            description={t(`office.products.${flag}Hint`)}
            checked={draft[flag]}
            onChange={(event) => set(flag, event.currentTarget.checked)}
          />
        </Cell>
      ))}
    </FormSection>
  );
}
