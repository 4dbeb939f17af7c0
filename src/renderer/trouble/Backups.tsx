import { Button } from '@mantine/core';
import type { DatabaseTrouble } from '@shared/contract';
import { timeWords } from '@shared/when';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { liveKey, useCommand } from '../live';
import { localeOf } from '../shop';
import { ConfirmDialog } from '../ui/office';
import styles from './Trouble.module.css';

type Backup = DatabaseTrouble['backups'][number];

/** Copies that were verified when they were made, newest first. Putting one in place keeps the damaged file. */
export function Backups({ backups }: { backups: readonly Backup[] }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Backup | null>(null);
  /** Those that turned out to be damaged too when they were checked once more. */
  const [bad, setBad] = useState<readonly string[]>([]);
  const restore = useCommand('system.restoreBackup', { onRefused: ({ code }) => code === 'backup_failed' });
  // The shop cannot say how its country writes a day. With the month spelt out nobody reads the day as the month.
  const locale = localeOf(i18n.language, 'IN');
  // Nor its time zone: the clock on the wall is this machine's.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const when = (backup: Backup) => timeWords(backup.at, 'dateYearTime', locale, zone);
  const size = (backup: Backup) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
      backup.bytes / 1_000_000,
    );
  const best = backups.find(({ file }) => !bad.includes(file));
  const put = async (backup: Backup) => {
    const outcome = await restore.run({ file: backup.file });
    setChosen(null);
    if (!outcome.ok && outcome.failure.code === 'backup_failed') setBad([...bad, backup.file]);
    if (outcome.ok) client.setQueryData(liveKey('system.status', {}), outcome.value);
  };
  return (
    <section className={styles.backups} aria-label={t('trouble.backups')}>
      {backups.map((backup) => (
        <div key={backup.file} className={styles.backup}>
          <div>
            <div className={styles.when}>{when(backup)}</div>
            <div className={styles.about}>
              {backup.shop} · {size(backup)}
            </div>
            <div role="alert" className={styles.bad}>
              {bad.includes(backup.file) && t('trouble.badBackup')}
            </div>
          </div>
          <Button
            size="md"
            variant={backup === best ? 'filled' : 'default'}
            disabled={bad.includes(backup.file)}
            onClick={() => setChosen(backup)}
          >
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
