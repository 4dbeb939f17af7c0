import type { KhataSummary } from '@shared/contract';
import { absMoney } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import type { PartyOnPage } from './calls';
import styles from './khata.module.css';
import { useReminded } from './useReminded';

const ages = ['notDue', 'late30', 'late60', 'late90', 'later'] as const;

/** Who owes whom how much, and how old it is. */
export function Standing({ party: { kind, name }, summary }: { party: PartyOnPage; summary: KhataSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reminded = useReminded();
  const { balance, overdue, oldestDue, creditLeft } = summary;
  const whose = balance > 0 ? kind : (`${kind}Back` as const);
  return (
    <section className={styles.standing} aria-label={t('office.khata.balance')}>
      <div className={styles.owes}>
        <span className={styles.who} title={name}>
          {balance === 0 ? t('office.khata.owes.settled') : t(`office.khata.owes.${whose}`, { name })}
        </span>
        <strong className={styles.loud}>{format.money(absMoney(balance))}</strong>
        {overdue > 0 && oldestDue !== null && (
          <span className={styles.late}>{t('office.khata.overdueSince', { day: format.day(oldestDue) })}</span>
        )}
        {creditLeft !== null && (
          <span className={creditLeft < 0 ? styles.late : styles.quiet}>
            {t(creditLeft < 0 ? 'office.khata.limitOver' : 'office.khata.limitLeft', {
              amount: format.money(absMoney(creditLeft)),
            })}
          </span>
        )}
        {summary.reminded && (
          <span className={styles.quiet}>
            {reminded(summary.reminded.at)} {t('office.khata.remindedBy', { name: summary.reminded.by })}
          </span>
        )}
      </div>
      <dl className={styles.ages} aria-label={t('office.khata.ages.label')}>
        {ages.map((age, index) => {
          const amount = summary.ages[index];
          return (
            <div
              key={age}
              className={styles.age}
              data-late={index > 0 || undefined}
              data-none={amount === 0 || undefined}
            >
              <dt>{t(`office.khata.ages.${age}`)}</dt>
              <dd>{amount !== undefined && format.money(amount)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
