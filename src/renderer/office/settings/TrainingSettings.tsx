import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { useTill } from '../../shop';
import { openTrainingDialog } from '../../training';

/** The way into training and out of it. */
export function TrainingSettings() {
  const { t } = useTranslation();
  const { training } = useTill();
  const end = useCommand('system.endTraining');
  return (
    <>
      <p>{t('training.what')}</p>
      <Button
        variant="default"
        leftSection={<IconSchool size={18} stroke={1.6} />}
        loading={end.pending}
        onClick={() => (training ? void end.run({}) : openTrainingDialog())}
      >
        {training ? t('training.end') : t('training.start')}
      </Button>
    </>
  );
}
