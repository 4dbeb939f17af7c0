import { Button, Progress } from '@mantine/core';
import type { ImportProgress } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEvent, useCommand, useEvents } from '../../live';
import { useFormat } from '../../shop';
import styles from './importing.module.css';

/** How far reading, checking or writing has come, and the way to stop it. */
export function Working({ token }: { token: string }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEvents(isEvent('import:progress'), (event) => {
    if (event.progress.token === token) setProgress(event.progress);
  });
  const cancel = useCommand('import.cancel');
  const share = progress?.total ? (progress.done / progress.total) * 100 : null;
  const stage = progress?.stage ?? 'checking';
  return (
    <div className={styles.working}>
      <div className={styles.workingWords} role="status">
        <span>{t(`office.import.stages.${stage}`)}</span>
        {share !== null && <span>{(share / 100).toLocaleString(locale, { style: 'percent' })}</span>}
      </div>
      <Progress
        value={share ?? 100}
        animated={share === null}
        size="lg"
        aria-label={t(`office.import.stages.${stage}`)}
        transitionDuration={120}
      />
      <div>
        <Button variant="default" loading={cancel.pending} onClick={() => void cancel.run({ token })}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
