import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { usePrint } from '../../printing';
import { Report } from '../../shift/report';
import { Page } from '../../ui/office';
import { BackButton, Loaded } from '../parts';
import styles from './shifts.module.css';

/** `/shifts/<id>`: one shift's report, as it was archived when it was closed. */
export function ShiftPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const print = usePrint();
  const report = useLive('shift.get', { shiftId: id });
  const number = report.data?.state === 'closed' ? report.data.number : null;
  return (
    <Page
      title={number ? t('counter.shift.zTitle', { number }) : t('counter.shift.title')}
      actions={
        <>
          <BackButton to="/shifts">{t('counter.shifts.back')}</BackButton>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
            disabled={!report.data}
            onClick={() => void print({ kind: 'shift', id, copy: 'original' })}
          >
            {t('counter.print.now')}
          </Button>
        </>
      }
    >
      <Loaded of={report} rows={8}>
        {(data) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to be able to
          <section className={styles.sheet} aria-label={t('counter.shift.title')} tabIndex={0}>
            <Report report={data} />
          </section>
        )}
      </Loaded>
    </Page>
  );
}
