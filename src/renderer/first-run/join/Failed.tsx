import { Button } from '@mantine/core';
import type { JoinFailure } from '@shared/contract';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui';

interface Props {
  readonly reason: JoinFailure;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** What went wrong, that nothing is half done, and the way on. */
export function Failed({ reason, onAgain, onBack }: Props) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconPlugConnectedX size={40} stroke={1.5} />}
      title={t(`network.join.failed.${reason}.title`)}
      action={
        <>
          <Button variant="default" onClick={onBack}>
            {t('network.join.ownShop')}
          </Button>
          <Button autoFocus onClick={onAgain}>
            {t('common.retry')}
          </Button>
        </>
      }
    >
      {t(`network.join.failed.${reason}.text`)}
    </EmptyState>
  );
}
