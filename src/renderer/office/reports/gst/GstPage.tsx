import { type Day, dayOf } from '@shared/clock';
import type { GstReturn } from '@shared/contract';
import { monthOf } from '@shared/gst';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { useFormat, useTill } from '../../../shop';
import { FailureState } from '../../../ui';
import { Page } from '../../../ui/office';
import { BackButton } from '../../parts';
import { Skeletons } from '../../Skeletons';
import { useKept } from '../../useKept';
import { NothingInDays } from '../NothingInDays';
import type { Days } from '../period';
import { GstExports } from './GstExports';
import { GstPeriod } from './GstPeriod';
import { GstProblems } from './GstProblems';
import { ByHsn, ByRate, ByTable, Issued } from './GstTables';
import styles from './gst.module.css';
import { isEmpty, stateOf } from './state';

/** `/reports/taxes` of a shop that charges India's GST: a month as its return sees it, and the files for whoever files it. */
export function GstPage() {
  const { t } = useTranslation('reports');
  const { shop } = useTill();
  const today = dayOf(Date.now(), shop.timeZone);
  const { from, to } = monthOf(today);
  const [days, setDays] = useKept<Days>('reports.gst', { from, to });
  const stateId = useId();
  const answer = useLive('reports.gst', days, { keep: true });
  const shown = answer.data ?? null;
  const state = shown && stateOf(shown, days, today);
  return (
    <Page
      title={t('gst.title')}
      note={state !== null && state !== 'ready' && <span id={stateId}>{t(`gst.${state}`)}</span>}
      actions={
        <>
          <BackButton to="/reports">{t('back')}</BackButton>
          <GstExports days={days} state={state} describedBy={stateId} />
        </>
      }
      filters={<GstPeriod value={days} onChange={setDays} />}
    >
      {answer.state === 'failed' && !shown && <FailureState failure={answer.failure} onRetry={answer.retry} />}
      {answer.state === 'loading' && <Skeletons rows={8} />}
      {shown && <Content shown={shown} days={days} onChange={(chosen) => setDays(wholeMonth(chosen))} />}
    </Page>
  );
}

/** The days of the month, over or not, in which some days lie: a return is of all of them. */
function wholeMonth(days: Days): Days {
  const { from, to } = monthOf(days.from as Day); // proof: one of the usual periods
  return { from, to };
}

interface ContentProps {
  readonly shown: GstReturn;
  readonly days: Days;
  readonly onChange: (days: Days) => void;
}

function Content({ shown, days, onChange }: ContentProps) {
  const { t } = useTranslation('reports');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to be able to
    <section className={styles.root} aria-label={t('gst.title')} tabIndex={0}>
      {isEmpty(shown) ? (
        <>
          {shown.problemCount > 0 && <GstProblems {...shown} />}
          <NothingInDays title={t('emptyOf.sold')} days={days} instead={['month', 'lastMonth']} onChange={onChange} />
        </>
      ) : (
        <>
          <Figures shown={shown} />
          <GstProblems {...shown} />
          <div className={styles.pair}>
            <ByRate rates={shown.rates} />
            <ByTable {...shown} />
          </div>
          {shown.hsn.length > 0 && <ByHsn hsn={shown.hsn} hsnRows={shown.hsnRows} />}
          <Issued issued={shown.issued} />
        </>
      )}
    </section>
  );
}

function Figures({ shown: { value, sums, bills, notes } }: { shown: GstReturn }) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const taxes = (['taxable', 'cgst', 'sgst', 'igst', 'cess'] as const).filter(
    (key) => key === 'taxable' || sums[key] !== 0,
  );
  const counted = [t('gst.bills', { count: bills }), ...(notes > 0 ? [t('gst.notes', { count: notes })] : [])];
  return (
    <dl className={styles.figures} aria-label={t('gst.figures')}>
      <div className={styles.figure} data-main>
        <dt>{t('gst.value')}</dt>
        <dd>{format.money(value)}</dd>
        <dd className={styles.counted}>{counted.join(', ')}</dd>
      </div>
      {taxes.map((key) => (
        <div key={key} className={styles.figure}>
          <dt>{t(`columns.${key}`)}</dt>
          <dd>{format.money(sums[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
