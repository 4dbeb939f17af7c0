import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../../live';
import { usePrint } from '../../printing';
import { Report } from '../../shift/report';
import { useShortcut } from '../../shortcuts';
import { Page } from '../../ui/office';
import { Loaded } from '../parts';
import styles from './shifts.module.css';

/** `/shifts/<id>`: one shift's report, as it was archived when it was closed. */
export function ShiftPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const back = () => navigate('/shifts');
  useShortcut('back', back);
  const print = usePrint();
  const report = useLive('shift.get', { shiftId: id });
  const number = report.data?.state === 'closed' ? report.data.number : null;
  return (
    <Page
      title={number ? t('counter.shift.zTitle', { number }) : t('counter.shift.title')}
      actions={
        <>
          <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={18} />} onClick={back}>
            {t('counter.shifts.back')}
          </Button>
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
