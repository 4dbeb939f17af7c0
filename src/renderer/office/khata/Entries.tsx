import type { KhataEntry } from '@shared/contract';
import { negMoney } from '@shared/money';
import { IconNotebook } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shop';
import { EmptyState } from '../../ui';
import { type Column, VirtualTable } from '../../ui/office';
import { type Days, daysQuery, NothingFound } from '../parts';
import { khataCalls, type PartyOnPage } from './calls';
import styles from './khata.module.css';
import { useOwed } from './useOwed';

interface Props {
  readonly party: PartyOnPage;
  readonly days: Days;
  readonly onAllDays: () => void;
  readonly onOpen: (entry: KhataEntry) => void;
}

/** The khata itself, the newest line first, each with what was owed after it. Enter opens what a line is about. */
export function Entries({ party, days, onAllDays, onOpen }: Props) {
  const { t } = useTranslation();
  const columns = useColumns(party);
  return (
    <VirtualTable
      label={t('office.khata.entries')}
      call={khataCalls[party.kind].entries}
      topic="party_transaction"
      filter={{ id: party.id, ...daysQuery(days) }}
      columns={columns}
      rowHeight={40}
      isMuted={({ kind }) => kind === 'payment_back'}
      onOpen={onOpen}
      empty={
        days.from || days.to ? (
          <NothingFound
            title={t('office.khata.noneInPeriod')}
            showAll={t('office.khata.allDays')}
            onShowAll={onAllDays}
          />
        ) : (
          <EmptyState icon={<IconNotebook size={32} stroke={1.5} />} title={t('office.khata.none')}>
            {t(party.kind === 'customer' ? 'office.khata.noneCustomer' : 'office.khata.noneSupplier')}
          </EmptyState>
        )
      }
    />
  );
}

function useColumns({ kind }: PartyOnPage): readonly Column<KhataEntry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const owed = useOwed(kind);
  return useMemo(() => {
    // In the shop's own books: what it is to receive is debit.
    const raised = ({ amount }: KhataEntry) => amount > 0 && format.money(amount);
    const lowered = ({ amount }: KhataEntry) => amount < 0 && format.money(negMoney(amount));
    const isCustomer = kind === 'customer';
    return [
      { key: 'day', title: t('office.khata.date'), width: '112px', cell: ({ day }) => format.day(day) },
      {
        key: 'what',
        title: t('office.khata.what'),
        width: 'minmax(200px, 3fr)',
        cell: (entry) => <What entry={entry} />,
      },
      {
        key: 'debit',
        title: t('office.khata.debit'),
        width: 'minmax(104px, 1fr)',
        align: 'end',
        cell: isCustomer ? raised : lowered,
      },
      {
        key: 'credit',
        title: t('office.khata.credit'),
        width: 'minmax(104px, 1fr)',
        align: 'end',
        cell: isCustomer ? lowered : raised,
      },
      {
        key: 'balance',
        title: t('office.khata.balance'),
        width: 'minmax(150px, 1fr)',
        align: 'end',
        cell: ({ balance }) => <span className={styles.after}>{owed(balance)}</span>,
      },
    ];
  }, [kind, owed, t, format]);
}

const places = { bill: '/bills', purchase: '/stock/purchases' } as const;

/** What a line is about: a bill leads to it, a payment says how. */
function What({ entry }: { entry: KhataEntry }) {
  const { t } = useTranslation();
  const { kind, number, document, method, reference, note } = entry;
  const more = [method && t(`common.method.${method}`), reference, note].filter(Boolean).join(' · ');
  return (
    <span className={styles.what} title={more === '' ? undefined : more}>
      {t(`office.khata.kinds.${kind === 'void' && document?.type === 'purchase' ? 'reversal' : kind}`)}{' '}
      {document && number ? (
        <Link href={`${places[document.type]}/${document.id}`} className={styles.link ?? ''}>
          {number}
        </Link>
      ) : (
        number
      )}{' '}
      <span className={styles.quiet}>{more}</span>
    </span>
  );
}
