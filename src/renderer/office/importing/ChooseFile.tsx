import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui';

/** What a file needs, before one is chosen. */
export function ChooseFile({ pending, onChoose }: { pending: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconFileImport size={40} stroke={1.5} />}
      title={t('office.import.chooseTitle')}
      action={
        <Button autoFocus loading={pending} onClick={onChoose}>
          {t('office.import.choose')}
        </Button>
      }
    >
      {t('office.import.chooseHint')}
    </EmptyState>
  );
}
