import { Alert } from '@mantine/core';
import type { CountSheet } from '@shared/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useMay } from '../../../shop';
import { Page } from '../../../ui/office';
import { Sections } from '../../parts';
import { BackButton } from '../BackButton';
import stock from '../stock.module.css';
import styles from './counts.module.css';

interface FrameProps {
  readonly sheet: CountSheet;
  readonly actions?: ReactNode;
  readonly filters?: ReactNode;
  readonly children: ReactNode;
}

/** What counting and review have in common: whose sheet it is, how far it is, how it ended. */
export function SheetFrame({ sheet, actions, filters, children }: FrameProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayReview = useMay('stock.edit');
  const { id, name, what, of, wanted, products, people, state, closes, late } = sheet;
  const [ended] = closes;
  return (
    <Page
      title={name}
      note={
        <div className={stock.facts}>
          {mayReview && (
            <Sections
              label={t('office.counts.parts')}
              sections={[
                [`/stock/counts/${id}`, t('office.counts.counting')],
                [`/stock/counts/${id}/review`, t('office.counts.review')],
              ]}
            />
          )}
          <span className={styles.about}>
            {of ?? t(`office.counts.scopes.${what}`)} ·{' '}
            {wanted === null
              ? t('office.counts.productCount', { count: products, n: format.count(products) })
              : t('office.counts.progress', { done: format.count(products), of: format.count(wanted) })}
          </span>
        </div>
      }
      actions={
        <>
          <ToList />
          {actions}
        </>
      }
      filters={filters}
    >
      <div className={styles.page}>
        {ended && (
          <Alert
            color={late > 0 ? 'yellow' : 'gray'}
            title={t(state === 'posted' ? 'office.counts.postedBy' : 'office.counts.cancelledBy', {
              name: ended.staff ?? '',
              at: format.dateTime(ended.at),
            })}
          >
            {late > 0 && t('office.counts.lateText', { count: late, n: format.count(late) })}
          </Alert>
        )}
        {people.length > 1 && (
          <ul className={styles.people} aria-label={t('office.counts.people')}>
            {people.map(({ staffId, terminalId, staff, terminal, products: done, lastAt }) => (
              <li key={`${staffId} ${terminalId}`} className={styles.person}>
                <strong>{[staff, terminal].filter(Boolean).join(' · ')}</strong>{' '}
                {t('office.counts.productCount', { count: done, n: format.count(done) })}
                <span className={stock.quiet}>{format.dateTime(lastAt)}</span>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </Page>
  );
}

/** The way back to all sheets. */
export function ToList() {
  const { t } = useTranslation();
  return <BackButton to="/stock/counts">{t('office.counts.toList')}</BackButton>;
}
