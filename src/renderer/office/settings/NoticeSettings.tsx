import { Stack, Switch } from '@mantine/core';
import type { NoticeChoice } from '@shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { liveKey, useCommand, useLive } from '../../live';
import { useMay } from '../../shop';
import { Cell, FormSection } from '../form';

const kinds = ['low_stock', 'out_of_stock', 'oversold', 'new_order'] as const satisfies readonly (keyof NoticeChoice)[];

/** Which notifications of the system this machine shows: at once, each kind by itself. */
export function NoticeSettings() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mayEdit = useMay('settings.edit');
  const chosen = useLive('system.notices', {}).data;
  const command = useCommand('system.setNotices');
  if (!chosen) return null;
  const choose = async (kind: keyof NoticeChoice, on: boolean) => {
    const outcome = await command.run({ ...chosen, [kind]: on });
    if (outcome.ok) client.setQueryData(liveKey('system.notices', {}), outcome.value);
  };
  return (
    <FormSection title={t('office.alerts.native')} note={t('office.alerts.nativeHint')}>
      <Cell span={12}>
        <Stack gap="sm">
          {kinds.map((kind) => (
            <Switch
              key={kind}
              label={kind === 'new_order' ? t('office.orders.noticed') : t(`office.alerts.kinds.${kind}`)}
              checked={chosen[kind]}
              disabled={!mayEdit || command.pending}
              onChange={(event) => void choose(kind, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Cell>
    </FormSection>
  );
}
