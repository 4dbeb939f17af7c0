import { Button } from '@mantine/core';
import { IconCopy, IconLifebuoy, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { stuckReason, useCommand, useConnectionHealth, useSyncStatus } from '../../../live';
import { useFormat } from '../../../shop';
import { FailureState, toast, useSaveDiagnostics } from '../../../ui';
import { Page } from '../../../ui/office';
import { Skeletons } from '../../Skeletons';
import { TerminalSections } from '../TerminalSections';
import styles from './connection.module.css';
import { copyText } from './copy-text';
import { EventLog, useEventWords } from './EventLog';
import { Figures } from './Figures';

/** How the line to the hub is and was: for whoever looks into a trouble, or tells somebody who does. */
export default function Connection() {
  const { t } = useTranslation();
  const format = useFormat();
  const status = useSyncStatus();
  const health = useConnectionHealth();
  const wordsOf = useEventWords();
  const sync = useCommand('network.syncNow');
  const diagnostics = useSaveDiagnostics();
  const copy = () => {
    const lines = (health.data?.events ?? []).map((event) => `${format.dateTime(event.at)}  ${wordsOf(event)}`);
    if (copyText(lines.join('\n'))) toast.done(() => t('network.connection.copied', { count: lines.length }));
  };
  return (
    <Page
      title={t('network.connection.title')}
      note={<TerminalSections />}
      actions={
        <>
          <Button variant="default" leftSection={<IconCopy size={18} stroke={1.6} />} onClick={copy}>
            {t('network.connection.copy')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconLifebuoy size={18} stroke={1.6} />}
            loading={diagnostics.pending}
            onClick={diagnostics.save}
          >
            {t('frame.saveDiagnostics')}
          </Button>
          {status.data && status.data.role !== 'alone' && stuckReason(status.data) === null && (
            <Button
              leftSection={<IconRefresh size={18} stroke={1.6} />}
              loading={sync.pending}
              onClick={() => void sync.run({})}
            >
              {t('network.syncNow')}
            </Button>
          )}
        </>
      }
    >
      {health.state === 'failed' && <FailureState failure={health.failure} onRetry={health.retry} />}
      {(health.state === 'loading' || !status.data) && <Skeletons />}
      {health.state === 'ready' && status.data && (
        <div className={styles.root}>
          <div className={styles.log}>
            <h2 className={styles.heading}>{t('network.connection.figures')}</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <section className={styles.column} tabIndex={0} aria-label={t('network.connection.figures')}>
              <Figures status={status.data} health={health.data} />
            </section>
          </div>
          <EventLog events={health.data.events} />
        </div>
      )}
    </Page>
  );
}
