import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui';

interface Props {
  readonly name: string;
  readonly series: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** The new till belongs to the shop; it copies what is there and then somebody signs in at it. */
export function Added({ name, series, onAgain, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <EmptyState
        icon={<IconCircleCheck size={40} stroke={1.5} />}
        title={t('network.adding.added', { name })}
        action={
          <>
            <Button variant="default" onClick={onAgain}>
              {t('network.adding.another')}
            </Button>
            <Button autoFocus onClick={onClose}>
              {t('common.done')}
            </Button>
          </>
        }
      >
        {t('network.adding.addedText', { series })}
      </EmptyState>
    </div>
  );
}
