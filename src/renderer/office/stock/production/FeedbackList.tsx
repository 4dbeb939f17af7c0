import type { Feedback } from '@shared/contract';
import { IconMessage2, IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { EmptyState } from '../../../ui';
import { type Column, Page, VirtualTable } from '../../../ui/office';
import { CreateButton } from '../../parts';
import { useKept } from '../../useKept';
import { StockSections } from '../StockSections';
import { FeedbackDialog } from './FeedbackDialog';
import { type Filter, Filters } from './Filters';
import styles from './production.module.css';
import { markOf, ratings } from './ratings';
import { useFilterQuery } from './useFilterQuery';

const noFilter: Filter = { when: 'week', part: null };

/** How days went and what people say of the goods, the newest first. */
export function FeedbackList() {
  const { t } = useTranslation();
  const [filter, setFilter] = useKept('feedback.filter', noFilter);
  const [writing, setWriting] = useState(false);
  const query = useFilterQuery(filter);
  const columns = useColumns();
  return (
    <Page
      title={t('office.feedback.title')}
      note={<StockSections />}
      actions={<CreateButton onCreate={() => setWriting(true)}>{t('office.feedback.create')}</CreateButton>}
      filters={<Filters filter={filter} onChange={setFilter} />}
    >
      <VirtualTable
        label={t('office.feedback.title')}
        call="feedback.list"
        topic="shift_feedback"
        filter={query}
        columns={columns}
        empty={
          <EmptyState icon={<IconMessage2 size={40} stroke={1.5} />} title={t('office.feedback.none')}>
            {t('office.feedback.noneHint')}
          </EmptyState>
        }
      />
      {writing && <FeedbackDialog onClose={() => setWriting(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<Feedback>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'rating',
        title: t('office.feedback.rating'),
        width: '172px',
        cell: ({ rating }) => <Rated mark={rating} />,
      },
      {
        key: 'note',
        title: t('office.feedback.note'),
        width: 'minmax(140px, 3fr)',
        cell: ({ note }) => <span title={note ?? ''}>{note}</span>,
      },
      {
        key: 'about',
        title: t('office.feedback.about'),
        width: 'minmax(100px, 1fr)',
        cell: ({ product }) => <span title={product ?? ''}>{product}</span>,
      },
      {
        key: 'from',
        title: t('office.feedback.from'),
        width: 'minmax(100px, 1fr)',
        cell: ({ customer }) => customer,
      },
      {
        key: 'when',
        title: t('office.feedback.when'),
        width: 'minmax(180px, 1fr)',
        cell: ({ ofDay, part }) =>
          t('office.production.dayAndPart', { day: format.day(ofDay), part: t(`office.production.parts.${part}`) }),
      },
      { key: 'staff', title: t('office.feedback.writtenBy'), width: 'minmax(84px, 1fr)', cell: ({ staff }) => staff },
    ],
    [t, format],
  );
}

/** Stars for the eye, and the word. */
function Rated({ mark }: { mark: number }) {
  const { t } = useTranslation();
  const rating = ratings[mark - 1];
  if (rating === undefined) return null;
  const word = t(`office.feedback.ratings.${rating}`);
  return (
    <>
      <span className={styles.stars} aria-hidden="true">
        {ratings.map((each) => {
          const Star = markOf(each) <= mark ? IconStarFilled : IconStar;
          return <Star key={each} size={14} stroke={1.6} />;
        })}
      </span>
      <span className="unseen">{t('office.feedback.rated', { rating: mark, word })}</span>
      <span aria-hidden="true">{word}</span>
    </>
  );
}
