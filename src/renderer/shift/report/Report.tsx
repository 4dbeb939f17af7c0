import { Button } from '@mantine/core';
import type { BlindReport, ShiftReport } from '@shared/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { usePrint } from '../../printing';
import { useFormat } from '../../shop';
import { FailureState } from '../../ui';
import styles from '../shift.module.css';
import { BlindFigures, Figures } from './Figures';

/** How the open shift stands now. */
export function XReport() {
  const report = useLive('shift.report', {});
  if (report.state === 'failed') return <FailureState failure={report.failure} onRetry={report.retry} />;
  return report.data ? (
    <Report report={report.data}>
      <ReportFoot id={report.data.id} />
    </Report>
  ) : null;
}

interface Props {
  readonly report: ShiftReport | BlindReport;
  /** Below it. */
  readonly children?: ReactNode;
}

/** X and Z report: what was sold, how it was paid, what moved the drawer, and once it is counted, whether it agrees. */
export function Report({ report, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    [t('counter.shift.terminal'), report.terminal],
    [t('counter.shift.openedAt'), `${format.dateTime(report.openedAt)} · ${report.openedBy}`],
    ...(report.state === 'closed' && report.closedAt !== null
      ? [[t('counter.shift.closedAt'), `${format.dateTime(report.closedAt)} · ${report.closedBy ?? ''}`] as const]
      : []),
  ] as const;
  return (
    <div className={styles.report}>
      <dl className={styles.heads}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.state === 'blind' ? <BlindFigures report={report} /> : <Figures report={report} />}
      {report.note && <p className={styles.about}>{report.note}</p>}
      {children}
    </div>
  );
}

/** What is done with the report in a dialog. A page has its actions at its head. */
export function ReportFoot({ id, onDone }: { readonly id: string; readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const print = usePrint();
  const done = useRef<HTMLButtonElement>(null);
  // It stands at the foot of the report, which is read from its head.
  useEffect(() => done.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.reportFoot}>
      <Button variant="default" size="md" onClick={() => void print({ kind: 'shift', id, copy: 'original' })}>
        {t('counter.print.now')}
      </Button>
      {onDone && (
        <Button ref={done} size="md" onClick={onDone}>
          {t('common.done')}
        </Button>
      )}
    </div>
  );
}
