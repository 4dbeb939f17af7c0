import type { BlindReport, ShiftReport } from '@shared/contract';
import type { Money } from '@shared/money';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import styles from '../shift.module.css';
import { Difference } from './Difference';

/** Every figure of a shift. */
export function Figures({ report }: { report: ShiftReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
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
        <Payments of={report.payments} />
        {report.duesReceived !== 0 && <Row name={t('counter.shift.duesReceived')} amount={report.duesReceived} />}
        {report.onAccount !== 0 && <Row name={t('common.method.on_account')} amount={report.onAccount} />}
      </Block>
      <Block title={t('counter.shift.drawerHead')} about={<DrawerOpenings count={report.drawerOpenings} />}>
        {report.cash.map(({ category, amount }) => (
          <Row key={category} name={t(`counter.shift.categories.${category}`)} amount={amount} />
        ))}
        <Row name={t('counter.shift.expected')} amount={report.expected} strong={report.counted === null} />
        {report.counted !== null && <Row name={t('counter.shift.counted')} amount={report.counted} strong />}
        {report.difference !== null && <Difference amount={report.difference} />}
      </Block>
    </div>
  );
}

/** What whoever counts blind may know: how much there was to do, and what they hold slips of. */
export function BlindFigures({ report }: { report: BlindReport }) {
  const { t } = useTranslation();
  return (
    <div className={styles.columns}>
      <Block title={t('counter.shift.salesHead')}>
        <Count words={t('counter.shift.bills', { count: report.bills })} />
        <Count words={t('counter.shift.returns', { count: report.returns })} />
        <Count words={t('counter.shift.voids', { count: report.voids })} />
      </Block>
      <Block
        title={t('counter.shift.drawerHead')}
        about={
          <>
            <DrawerOpenings count={report.drawerOpenings} />
            <p className={styles.about}>{t('counter.shift.blind')}</p>
          </>
        }
      >
        <Row name={t('counter.shift.categories.float')} amount={report.float} />
      </Block>
      {report.payments.length > 0 && (
        <Block title={t('counter.shift.otherPaymentsHead')}>
          <Payments of={report.payments} />
        </Block>
      )}
    </div>
  );
}

function Payments({ of }: { of: ShiftReport['payments'] }) {
  const { t } = useTranslation();
  return of.map(({ method, count, amount }) => (
    <Row key={method} name={`${t(`common.method.${method}`)} · ${count}`} amount={amount} />
  ));
}

function DrawerOpenings({ count }: { count: number }) {
  const { t } = useTranslation();
  return count > 0 && <p className={styles.about}>{t('counter.shift.drawerOpenings', { count })}</p>;
}

function Block({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h2 className={styles.blockTitle}>{title}</h2>
      <dl className={styles.facts}>{children}</dl>
      {about}
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

/** How many, where what they came to is not told. */
function Count({ words }: { words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd />
    </div>
  );
}
