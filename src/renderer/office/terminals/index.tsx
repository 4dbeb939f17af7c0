import { Button, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { useLive, useSyncStatus } from '../../live';
import { useMay } from '../../shop';
import { FailureState } from '../../ui';
import { Page } from '../../ui/office';
import { CreateButton, Loaded } from '../parts';
import { Alone } from './Alone';
import { AddTill } from './adding';
import { Leave } from './Leave';
import { StopHosting } from './StopHosting';
import { TerminalSections } from './TerminalSections';
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
  const isRemoved = status.data?.reason === 'revoked';
  const close = () => setOpened(null);
  const isAsked = useSearch() === 'leave';
  // From the panel in the top bar, which says that this till was removed. Taken out of the address once read.
  useEffect(() => {
    if (!isAsked) return;
    history.replaceState(null, '', `${location.pathname}${location.hash}`);
    setOpened('leave');
  }, [isAsked]);
  return (
    <Page
      title={t('network.terminals.title')}
      note={<TerminalSections />}
      actions={
        isHost && (
          <>
            <Switch
              checked
              className={styles.switch ?? ''}
              label={t('network.terminals.hosting')}
              onChange={() => setOpened('stop')}
            />
            <CreateButton onCreate={() => setOpened('add')}>{t('network.terminals.add')}</CreateButton>
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
          <Loaded of={terminals} rows={3}>
            {(tills) => (
              <TerminalTable
                // Of a removal only the host and the till that it concerns know.
                terminals={tills.map((till) => (till.isSelf && isRemoved ? { ...till, revoked: true } : till))}
                isHost={isHost}
                mayEdit={mayEdit}
              />
            )}
          </Loaded>
          {role === 'member' && mayEdit && (
            <Button
              variant="subtle"
              color="var(--loss)"
              className={styles.leave ?? ''}
              onClick={() => setOpened('leave')}
            >
              {t('network.terminals.leave')}
            </Button>
          )}
        </div>
      )}
      {opened === 'add' && <AddTill onClose={close} />}
      {opened === 'leave' && role === 'member' && mayEdit && (
        <Leave unsent={status.data?.pending ?? 0} onClose={close} />
      )}
      {opened === 'stop' && <StopHosting onClose={close} />}
    </Page>
  );
}
