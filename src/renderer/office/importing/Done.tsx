import { Button } from '@mantine/core';
import type { ImportResult } from '@shared/contract';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat, useMay } from '../../shop';
import { EmptyState } from '../../ui';

interface Props {
  readonly result: ImportResult;
  /** Rows left out by the check, and those that no longer fitted when they were written. */
  readonly skipped: number;
  readonly onAgain: () => void;
}

/** It is in the shop: go and sell. */
export function Done({ result, skipped, onAgain }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const maySell = useMay('sell');
  const { locale } = useFormat();
  const words = (number: number) => number.toLocaleString(locale);
  return (
    <EmptyState
      icon={<IconCircleCheck size={40} stroke={1.5} color="var(--in)" />}
      title={t('office.import.done', { count: result.created, number: words(result.created) })}
      action={
        <>
          <Button variant="subtle" color="gray" onClick={onAgain}>
            {t('office.import.again')}
          </Button>
          <Button variant="default" onClick={() => navigate('/products')}>
            {t('office.import.seeProducts')}
          </Button>
          {maySell && (
            <Button autoFocus onClick={() => navigate('/')}>
              {t('office.import.sell')}
            </Button>
          )}
        </>
      }
    >
      {t('office.import.doneDetails', {
        updated: words(result.updated),
        unchanged: words(result.unchanged),
        skipped: words(skipped),
      })}
    </EmptyState>
  );
}
