import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../live';
import { EmptyState } from './EmptyState';
import { failureWords } from './toast';

/** Where something should stand that could not be had. */
export function FailureState({ failure, onRetry }: { failure: CallFailure; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconAlertTriangle size={32} stroke={1.5} />}
      title={failureWords(failure)}
      action={
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      }
    />
  );
}
