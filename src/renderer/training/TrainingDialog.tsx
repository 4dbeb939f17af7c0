import { Button } from '@mantine/core';
import { trainingPin } from '@shared/training';
import { useTranslation } from 'react-i18next';
import { useScans } from '../counter/scanner';
import { soundRefused } from '../counter/sounds';
import { useCommand } from '../live';
import { toast } from '../ui';
import { Dialog } from '../ui/office';
import { closeTrainingDialog } from './dialog';
import styles from './Training.module.css';

/** What training is, in words, before it begins. */
export default function TrainingDialog() {
  const { t } = useTranslation();
  const start = useCommand('system.startTraining');
  // Nothing that is scanned disappears without a word: the bill below is not to be seen.
  useScans((code) => {
    soundRefused();
    toast.attention(() => t('counter.scan.inDialog', { code }));
  });
  const begin = async () => {
    // Where it succeeds, the window is loaded anew.
    const outcome = await start.run({});
    if (!outcome.ok) closeTrainingDialog();
  };
  return (
    <Dialog opened onClose={closeTrainingDialog} title={t('training.title')} size="md">
      <p className={styles.lead}>{t('training.what')}</p>
      <ul className={styles.rules}>
        <li>{t('training.apart')}</li>
        <li>{t('training.paper')}</li>
        <li>{t('training.pins', { pin: trainingPin })}</li>
        <li>{t('training.gone')}</li>
      </ul>
      <div className={styles.actions}>
        <Button variant="default" onClick={closeTrainingDialog} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="ink" loading={start.pending} onClick={() => void begin()}>
          {t('training.start')}
        </Button>
      </div>
    </Dialog>
  );
}
