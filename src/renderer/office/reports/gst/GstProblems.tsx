import type { GstProblem, GstReturn } from '@shared/contract';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat, useMay } from '../../../shop';
import styles from './gst.module.css';

/** What is wrong in the data, each with the record where it is put right. Above everything: it decides what the rest is worth. */
export function GstProblems({ problems, problemCount }: Pick<GstReturn, 'problems' | 'problemCount'>) {
  const { t } = useTranslation('reports');
  if (problemCount === 0) {
    return (
      <p className={styles.fine}>
        <IconCircleCheck size={18} stroke={1.6} aria-hidden="true" />
        <span>
          <strong>{t('gst.problems.none')}</strong> {t('gst.problems.noneHint')}
        </span>
      </p>
    );
  }
  const title = t('gst.problems.title', { count: problemCount });
  return (
    <section className={styles.problems} aria-label={title}>
      <h2 className={styles.problemsTitle}>
        <IconAlertTriangle size={18} stroke={1.6} aria-hidden="true" />
        {title}
      </h2>
      <ul className={styles.problemList}>
        {problems.map((problem) => (
          <Problem key={`${problem.kind} ${problem.about.type} ${problem.about.id}`} problem={problem} />
        ))}
      </ul>
      {problemCount > problems.length && (
        <p className={styles.more}>{t('gst.problems.more', { count: problemCount - problems.length })}</p>
      )}
    </section>
  );
}

function Problem({ problem: { kind, about, stops, count, amount } }: { problem: GstProblem }) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const to = useRecord(about);
  const unit = { hsn_missing: 'lines', rate_unknown: 'lines', numbers_missing: 'numbers' } as const;
  const counted = kind in unit ? unit[kind as keyof typeof unit] : 'count'; // proof: just asked
  const what = t(`gst.problems.open.${about.type}`);
  return (
    <li className={styles.problem}>
      <span className={styles.what}>
        {t(`gst.problems.${kind}`, { name: about.name })}
        {stops && <span className={styles.stops}>{t('gst.problems.stops')}</span>}
      </span>
      {kind !== 'shop_gstin' && (
        <span className={styles.touches}>
          {t(`gst.problems.${counted}`, { count })}
          {amount !== 0 && ` · ${format.money(amount)}`}
        </span>
      )}
      {to !== null && (
        <Link
          href={to}
          className={styles.link ?? ''}
          aria-label={about.name === '' ? what : t('gst.problems.openLabel', { what, name: about.name })}
        >
          {what}
        </Link>
      )}
    </li>
  );
}

/** Where it is put right; null where this person may not, or nobody can. */
function useRecord({ type, id }: GstProblem['about']): string | null {
  const mayBills = useMay('sell');
  const maySettings = useMay('settings.edit');
  if (id === '') return null;
  switch (type) {
    case 'settings':
      return maySettings ? '/settings' : null;
    case 'customer':
      return `/customers/${id}/edit`;
    case 'product':
      return `/products/${id}`;
    case 'bill':
      return mayBills ? `/bills/${id}` : null;
    case 'series':
      return '/connection';
  }
}
