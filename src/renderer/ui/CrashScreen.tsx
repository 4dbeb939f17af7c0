import { Button } from '@mantine/core';
import { IconMoodConfuzed } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { markReady } from '../ready';
import { EmptyState } from './EmptyState';
import { useSaveDiagnostics } from './useSaveDiagnostics';

interface Props {
  readonly reference: string;
  readonly onAgain: () => void;
}

/** Instead of a white window. */
export function CrashScreen({ reference, onAgain }: Props) {
  const { t } = useTranslation();
  useEffect(() => markReady('crash'), []);
  const diagnostics = useSaveDiagnostics();
  return (
    <EmptyState
      icon={<IconMoodConfuzed size={40} stroke={1.5} />}
      page
      title={t('frame.crash.title')}
      action={
        <>
          <Button onClick={onAgain}>{t('frame.crash.again')}</Button>
          <Button variant="default" loading={diagnostics.pending} onClick={diagnostics.save}>
            {t('frame.saveDiagnostics')}
          </Button>
        </>
      }
    >
      <p>{t('frame.crash.what')}</p>
      {reference && <p data-selectable>{t('frame.crash.reference', { id: reference })}</p>}
    </EmptyState>
  );
}
