import { Button } from '@mantine/core';
import { IconBellCheck, IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, FailureState } from '../../ui';
import { Page } from '../../ui/office';
import { AlertSections } from '../AlertSections';
import { Skeletons } from '../Skeletons';
import styles from './alerts.module.css';
import { NoticeRow } from './NoticeRow';
import { useNotices } from './useNotices';

/** `/alerts`: whatever the app has to say, in one list; each leads to where something can be done about it. */
export function Everything() {
  const { t } = useTranslation();
  const { notices, isLoading, failed, mayMark, mark, isMarking } = useNotices();
  const list = useRef<HTMLUListElement>(null);
  const markable = notices.filter(mayMark);
  const onMark = async (marked: typeof notices) => {
    await mark(marked);
    // The focus stays in the list when the row it was on is gone.
    list.current?.focus();
  };
  return (
    <Page
      title={t('office.alerts.title')}
      note={<AlertSections />}
      actions={
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
      {!isLoading && !failed && notices.length === 0 && (
        <EmptyState icon={<IconBellCheck size={40} stroke={1.5} />} title={t('office.alerts.none')}>
          {t('office.alerts.everythingHint')}
        </EmptyState>
      )}
      {notices.length > 0 && (
        <ul ref={list} tabIndex={-1} className={styles.notices} aria-label={t('office.alerts.title')}>
          {notices.map((notice) => (
            <NoticeRow
              key={`${notice.kind} ${notice.id}`}
              notice={notice}
              onMark={mayMark(notice) ? () => void onMark([notice]) : null}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}
