import { Switch } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { useMay } from '../../shop';
import { EmptyState } from '../../ui';

/** One till: what it would mean to have more, and the switch that begins it. */
export function Alone() {
  const { t } = useTranslation();
  const host = useCommand('network.host');
  const mayEdit = useMay('settings.edit');
  return (
    <EmptyState
      icon={<IconDevices size={40} stroke={1.5} />}
      title={t('network.terminals.alone')}
      action={
        mayEdit && (
          <Switch
            size="md"
            checked={host.pending}
            disabled={host.pending}
            label={t('network.terminals.letJoin')}
            onChange={() => void host.run({})}
          />
        )
      }
    >
      {t('network.terminals.aloneHint')}
    </EmptyState>
  );
}
