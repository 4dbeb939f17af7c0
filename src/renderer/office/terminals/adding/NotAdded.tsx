import { Button } from '@mantine/core';
import type { PairingFailure } from '@shared/contract';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui';

interface Props {
  readonly reason: PairingFailure;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** No till was let in, and why; the door is shut until it is opened again. */
export function NotAdded({ reason, onAgain, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <EmptyState
        icon={<IconPlugConnectedX size={40} stroke={1.5} />}
        title={t(`network.adding.failed.${reason}.title`)}
        action={
          <>
            <Button variant="default" onClick={onClose}>
              {t('common.close')}
            </Button>
            <Button autoFocus onClick={onAgain}>
              {t('network.adding.openAgain')}
            </Button>
          </>
        }
      >
        {t(`network.adding.failed.${reason}.text`)}
      </EmptyState>
    </div>
  );
}
