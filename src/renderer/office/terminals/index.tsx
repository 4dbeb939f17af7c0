import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useSyncStatus } from '../../live';
import { useMay } from '../../shop';
import { Keycap, useShortcut } from '../../shortcuts';
import { FailureState } from '../../ui';
import { Page } from '../../ui/office';
import { Skeletons } from '../Skeletons';
import { Alone } from './Alone';
import { AddTill } from './adding';
import { Leave } from './Leave';
import { Sections } from './Sections';
import { StopHosting } from './StopHosting';
import { TerminalTable } from './TerminalTable';
import styles from './terminals.module.css';

/** Which tills work together, which of them is the host, and how another one is let in. */
export default function Terminals() {
  const { t } = useTranslation();
  const status = useSyncStatus();
  const terminals = useLive('network.terminals', {});
  const mayEdit = useMay('settings.edit');
  const [opened, setOpened] = useState<'add' | 'stop' | 'leave' | null>(null);
  const role = status.data?.role;
  const isHost = role === 'host' && mayEdit;
  useShortcut('create', () => setOpened('add'), isHost);
  const close = () => setOpened(null);
  return (
    <Page
      title={t('network.terminals.title')}
      note={<Sections />}
      actions={
        isHost && (
          <>
            <Switch
              checked
              className={styles.switch ?? ''}
              label={t('network.terminals.hosting')}
              onChange={() => setOpened('stop')}
            />
            <Button
              leftSection={<IconPlus size={18} />}
              rightSection={<Keycap of="create" />}
              onClick={() => setOpened('add')}
            >
              {t('network.terminals.add')}
            </Button>
          </>
        )
      }
    >
      {status.state === 'failed' && <FailureState failure={status.failure} onRetry={status.retry} />}
      {role === 'alone' && <Alone />}
      {role !== undefined && role !== 'alone' && (
        <div className={styles.content}>
          {role === 'member' && (
            <p className={styles.note}>{t('network.terminals.member', { host: status.data?.hub?.name ?? '' })}</p>
          )}
          {terminals.state === 'failed' && <FailureState failure={terminals.failure} onRetry={terminals.retry} />}
          {terminals.state === 'loading' && <Skeletons rows={3} />}
          {terminals.state === 'ready' && (
            <TerminalTable terminals={terminals.data} isHost={isHost} mayEdit={mayEdit} />
          )}
          {role === 'member' && mayEdit && (
            <Button variant="default" className={styles.leave ?? ''} onClick={() => setOpened('leave')}>
              {t('network.terminals.leave')}
            </Button>
          )}
          {status.data?.key === 'file' && <p className={styles.note}>{t('network.terminals.keyInFile')}</p>}
        </div>
      )}
      {opened === 'add' && <AddTill onClose={close} />}
      {opened === 'leave' && <Leave unsent={status.data?.pending ?? 0} onClose={close} />}
      {opened === 'stop' && <StopHosting onClose={close} />}
    </Page>
  );
}
