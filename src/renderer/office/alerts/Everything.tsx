import { Button } from '@mantine/core';
import { IconBellCheck, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, FailureState } from '../../ui';
import { Page } from '../../ui/office';
import { AlertSections } from '../AlertSections';
import { Skeletons } from '../Skeletons';
import styles from './alerts.module.css';
import { NoticeRow } from './NoticeRow';
import { keyOfNotice, useNotices } from './useNotices';

/** `/alerts`: whatever the app has to say, in one list; each leads to where something can be done about it. */
export function Everything() {
  const { t } = useTranslation();
  const { notices, more, isLoading, failed, mayMark, isForAll, mark, marking } = useNotices();
  const list = useRef<HTMLUListElement>(null);
  const hasMarked = useRef(false);
  const markable = notices.filter(isForAll);
  const isMarking = marking.length > 0;
  const onMark = async (marked: typeof notices) => {
    hasMarked.current = true;
    await mark(marked);
    // The focus stays in the list when the row it was on is gone.
    (list.current ?? document.getElementById('main'))?.focus();
  };
  const isEmpty = notices.length === 0;
  useEffect(() => {
    // The list itself goes with its last row.
    if (isEmpty && hasMarked.current && document.activeElement === document.body)
      document.getElementById('main')?.focus();
  }, [isEmpty]);
  return (
    <Page
      title={t('office.alerts.title')}
      note={<AlertSections />}
      filters={more > 0 && <span className={styles.note}>{t('office.alerts.more', { count: more })}</span>}
      actions={
        !isLoading &&
        markable.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconCheck size={18} />}
            loading={isMarking}
            onClick={() => void onMark(markable)}
          >
            {t('office.alerts.acknowledgeAll', { count: markable.length })}
          </Button>
        )
      }
    >
      {failed?.state === 'failed' && <FailureState failure={failed.failure} onRetry={failed.retry} />}
      {isLoading && <Skeletons rows={5} />}
      {!isLoading && !failed && isEmpty && (
        <EmptyState icon={<IconBellCheck size={40} stroke={1.5} />} title={t('office.alerts.none')}>
          {t('office.alerts.everythingHint')}
        </EmptyState>
      )}
      {/* Whole or not at all: what comes later would push away the row that a hand is on. */}
      {!isLoading && !isEmpty && (
        <ul ref={list} tabIndex={-1} className={styles.notices} aria-label={t('office.alerts.title')}>
          {notices.map((notice) => (
            <NoticeRow
              key={keyOfNotice(notice)}
              notice={notice}
              isMarking={marking.includes(keyOfNotice(notice))}
              onMark={mayMark(notice) ? () => void onMark([notice]) : null}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}
