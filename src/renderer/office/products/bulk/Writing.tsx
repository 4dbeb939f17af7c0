import { Button, Progress } from '@mantine/core';
import type { BulkProgress } from '@shared/contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEvent, useCommand, useEvents, useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { FormFoot } from '../../../ui/office';
import styles from './bulk.module.css';

/** How far the change is, and the way to stop it where it is. */
export function Writing({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [heard, setHeard] = useState<BulkProgress | null>(null);
  // How far it was before anything was heard: after the till was locked, say.
  const asked = useLive('bulk.progress', {}).data ?? null;
  const progress = heard ?? (asked?.requestId === requestId ? asked : null);
  useEvents(isEvent('bulk:progress'), (event) => {
    if (event.progress.requestId === requestId) setHeard(event.progress);
  });
  // The button that was pressed is gone; an Enter more must not stop what it began.
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => status.current?.focus(), []);
  const stop = useCommand('bulk.stop');
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  return (
    <div className={styles.ask}>
      <div ref={status} role="status" tabIndex={-1}>
        {total === 0
          ? t('office.bulk.begins')
          : t('office.bulk.writing', { done: format.count(done), total: format.count(total) })}
      </div>
      <Progress
        value={total === 0 ? 100 : (done / total) * 100}
        animated={total === 0}
        size="lg"
        aria-label={t('office.bulk.progress')}
        transitionDuration={120}
      />
      <div className={styles.note}>{t('office.bulk.meanwhile')}</div>
      <FormFoot>
        <Button variant="default" loading={stop.pending} onClick={() => void stop.run({ requestId })}>
          {t('office.bulk.stop')}
        </Button>
      </FormFoot>
    </div>
  );
}
