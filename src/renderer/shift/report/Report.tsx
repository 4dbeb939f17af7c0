import { Button } from '@mantine/core';
import type { ShiftReport } from '@shared/contract';
import type { Money } from '@shared/money';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { usePrint } from '../../printing';
import { useFormat } from '../../shop';
import { FailureState } from '../../ui';
import styles from '../shift.module.css';
import { Difference } from './Difference';

/** How the open shift stands now. */
export function XReport() {
  const report = useLive('shift.report', {});
  if (report.state === 'failed') return <FailureState failure={report.failure} onRetry={report.retry} />;
  return report.data ? <Report report={report.data} /> : null;
}

interface Props {
  readonly report: ShiftReport;
  readonly onDone?: () => void;
}

/** X and Z report: what was sold, how it was paid, what moved the drawer, and once it is counted, whether it agrees. */
export function Report({ report, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const print = usePrint();
  const done = useRef<HTMLButtonElement>(null);
  const facts = [
    [t('counter.shift.terminal'), report.terminal],
    [t('counter.shift.openedAt'), `${format.dateTime(report.openedAt)} · ${report.openedBy}`],
    ...(report.closedAt === null
      ? []
      : [[t('counter.shift.closedAt'), `${format.dateTime(report.closedAt)} · ${report.closedBy ?? ''}`] as const]),
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
      <div className={styles.columns}>
        <Block title={t('counter.shift.salesHead')}>
          <Row name={t('counter.shift.bills', { count: report.bills })} amount={report.sales} />
          <Row name={t('counter.shift.returns', { count: report.returns })} amount={report.returned} />
          <Row name={t('counter.shift.voids', { count: report.voids })} amount={report.voided} />
          <Row name={t('counter.shift.net')} amount={report.net} strong />
          <Row name={t('counter.shift.discount')} amount={report.discount} />
        </Block>
        <Block title={t('counter.shift.taxHead')}>
          <Row name={t('counter.shift.taxable')} amount={report.taxable} />
          {report.taxes
            .filter(({ rate }) => rate !== 0)
            .map(({ kind, rate, amount }) => (
              <Row key={`${kind}:${rate}`} name={`${t(`common.tax.${kind}`)} ${format.rate(rate)}`} amount={amount} />
            ))}
          <Row name={t('counter.roundOff')} amount={report.roundOff} />
        </Block>
        <Block title={t('counter.shift.paymentsHead')}>
          {report.payments.map(({ method, count, amount }) => (
            <Row key={method} name={`${t(`common.method.${method}`)} · ${count}`} amount={amount} />
          ))}
          {report.duesReceived !== 0 && <Row name={t('counter.shift.duesReceived')} amount={report.duesReceived} />}
          {report.onAccount !== 0 && <Row name={t('common.method.on_account')} amount={report.onAccount} />}
        </Block>
        <Block title={t('counter.shift.drawerHead')}>
          {report.cash === null ? (
            <p className={styles.about}>{t('counter.shift.blind')}</p>
          ) : (
            report.cash.map(({ category, amount }) => (
              <Row key={category} name={t(`counter.shift.categories.${category}`)} amount={amount} />
            ))
          )}
          {report.expected !== null && (
            <Row name={t('counter.shift.expected')} amount={report.expected} strong={report.counted === null} />
          )}
          {report.counted !== null && <Row name={t('counter.shift.counted')} amount={report.counted} strong />}
          {report.difference !== null && <Difference amount={report.difference} />}
          {report.drawerOpenings > 0 && (
            <p className={styles.about}>{t('counter.shift.drawerOpenings', { count: report.drawerOpenings })}</p>
          )}
        </Block>
      </div>
      {report.note && <p className={styles.about}>{report.note}</p>}
      <div className={styles.foot}>
        <Button
          variant="default"
          size="md"
          onClick={() => void print({ kind: 'shift', id: report.id, copy: 'original' })}
        >
          {t('counter.print.now')}
        </Button>
        {onDone && (
          <Button ref={done} autoFocus size="md" onClick={onDone}>
            {t('common.done')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h2 className={styles.blockTitle}>{title}</h2>
      <dl className={styles.facts}>{children}</dl>
    </section>
  );
}

function Row({ name, amount, strong = false }: { name: string; amount: Money; strong?: boolean }) {
  const format = useFormat();
  return (
    <div data-strong={strong || undefined}>
      <dt>{name}</dt>
      <dd>{format.amount(amount)}</dd>
    </div>
  );
}
