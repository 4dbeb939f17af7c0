import { Button } from '@mantine/core';
import type { DatabaseTrouble } from '@shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { liveKey, useCommand } from '../live';
import { ConfirmDialog } from '../ui/office';
import styles from './Trouble.module.css';

type Backup = DatabaseTrouble['backups'][number];

/** Copies that were verified when they were made, newest first. Putting one in place keeps the damaged file. */
export function Backups({ backups }: { backups: readonly Backup[] }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const restore = useCommand('system.restoreBackup');
  const [chosen, setChosen] = useState<Backup | null>(null);
  const when = (backup: Backup) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' }).format(backup.at);
  const size = (backup: Backup) =>
    new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
      backup.bytes / 1_000_000,
    );
  const put = async (backup: Backup) => {
    const outcome = await restore.run({ file: backup.file });
    setChosen(null);
    if (outcome.ok) client.setQueryData(liveKey('system.status', {}), outcome.value);
  };
  if (backups.length === 0) return <p className={styles.none}>{t('trouble.noBackups')}</p>;
  return (
    <section className={styles.backups} aria-label={t('trouble.backups')}>
      {backups.map((backup, index) => (
        <div key={backup.file} className={styles.backup}>
          <div>
            <div className={styles.when}>{when(backup)}</div>
            <div className={styles.about}>
              {backup.shop} · {size(backup)}
            </div>
          </div>
          <Button size="md" variant={index === 0 ? 'filled' : 'default'} onClick={() => setChosen(backup)}>
            {t('trouble.restore')}
          </Button>
        </div>
      ))}
      {chosen && (
        <ConfirmDialog
          opened
          title={t('trouble.restoreTitle')}
          action={t('trouble.restore')}
          pending={restore.pending}
          onConfirm={() => void put(chosen)}
          onClose={() => setChosen(null)}
        >
          {t('trouble.restoreText', { at: when(chosen) })}
        </ConfirmDialog>
      )}
    </section>
  );
}
