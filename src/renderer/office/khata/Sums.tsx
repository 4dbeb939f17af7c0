import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat } from '../../shop';
import { type Days, daysQuery } from '../parts';
import { khataCalls, type PartyOnPage } from './calls';
import styles from './khata.module.css';
import { useOwed } from './useOwed';

/** The days on the screen in sums: opening + debits − credits = closing, and the other way round for a supplier. */
export function Sums({ party, days }: { party: PartyOnPage; days: Days }) {
  const { t } = useTranslation();
  const format = useFormat();
  const owed = useOwed(party.kind);
  const sums = useLive(khataCalls[party.kind].statement, { id: party.id, ...daysQuery(days) }, { keep: true });
  if (!sums.data) return null;
  const { opening, raised, lowered, closing } = sums.data;
  const [debit, credit] = party.kind === 'customer' ? [raised, lowered] : [lowered, raised];
  const figures = [
    ['opening', opening === 0 ? format.money(opening) : owed(opening)],
    ['debit', format.money(debit)],
    ['credit', format.money(credit)],
    ['closing', owed(closing)],
  ] as const;
  return (
    <dl className={styles.sums} aria-label={t('office.khata.sums')}>
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{t(`office.khata.${name}`)}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
