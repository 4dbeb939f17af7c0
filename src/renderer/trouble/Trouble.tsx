import { Button } from '@mantine/core';
import type { DatabaseTrouble } from '@shared/contract';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../i18n';
import { liveKey, useCommand } from '../live';
import { markReady } from '../ready';
import { useSaveDiagnostics } from '../ui';
import { Backups } from './Backups';
import styles from './Trouble.module.css';

type Known = Extract<keyof Words['trouble'], `database_${string}` | 'backup_failed' | 'migration_failed'>;

const known: ReadonlySet<string> = new Set<Known>([
  'database_corrupt',
  'database_newer',
  'database_foreign',
  'database_read_only',
  'database_full',
  'database_in_use',
  'database_unavailable',
  'backup_failed',
  'migration_failed',
]);
const isKnown = (code: string): code is Known => known.has(code);

/** Trying again cannot help where another Galla is needed, or where a backup waits to be put in place. */
const hopeless = (trouble: DatabaseTrouble) => trouble.code === 'database_newer' || trouble.backups.length > 0;

/** What happened, what is safe, what to do. In this order, and in words. */
export function Trouble({ trouble }: { trouble: DatabaseTrouble }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const retry = useCommand('system.retry');
  const diagnostics = useSaveDiagnostics();
  const kind = isKnown(trouble.code) ? trouble.code : 'other';
  useEffect(() => markReady('trouble'), []);
  const again = async () => {
    const outcome = await retry.run({});
    if (outcome.ok) client.setQueryData(liveKey('system.status', {}), outcome.value);
  };
  const mayRetry = !hopeless(trouble);
  const isAlone = trouble.code === 'database_corrupt' && trouble.backups.length === 0;
  const { file } = trouble.params;
  return (
    <main className={styles.root}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <IconDatabaseExclamation size={40} stroke={1.5} className={styles.icon} aria-hidden="true" />
          <h1 className={styles.title}>{t(`trouble.${kind}.title`)}</h1>
        </header>
        <dl className={styles.parts}>
          <dt>{t('trouble.what')}</dt>
          <dd>{t(`trouble.${kind}.what`)}</dd>
          <dt>{t('trouble.safe')}</dt>
          <dd>{isAlone ? t('trouble.database_corrupt.safeAlone') : t(`trouble.${kind}.safe`)}</dd>
          <dt>{t('trouble.todo')}</dt>
          <dd>{isAlone ? t('trouble.database_corrupt.todoAlone') : t(`trouble.${kind}.todo`)}</dd>
          {file !== undefined && (
            <>
              <dt>{t('trouble.file')}</dt>
              <dd className={styles.file} data-selectable>
                {file}
              </dd>
            </>
          )}
        </dl>
        {trouble.backups.length > 0 && <Backups backups={trouble.backups} />}
        <div className={styles.actions}>
          {mayRetry && (
            <Button size="md" autoFocus loading={retry.pending} onClick={() => void again()}>
              {t('common.retry')}
            </Button>
          )}
          <Button size="md" variant="default" onClick={diagnostics.save}>
            {t('frame.saveDiagnostics')}
          </Button>
        </div>
        <details className={styles.details}>
          <summary>{t('trouble.details')}</summary>
          <p data-selectable>
            {trouble.code}: {trouble.message}
          </p>
        </details>
      </div>
    </main>
  );
}
