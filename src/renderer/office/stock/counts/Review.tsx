import { Button, SegmentedControl } from '@mantine/core';
import type { CallInput, CountFigures, CountLine, CountSheet } from '@shared/contract';
import { IconCheck, IconScale } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { useFormat } from '../../../shop';
import { EmptyState, FailureState } from '../../../ui';
import { type Column, VirtualTable } from '../../../ui/office';
import { RowName, Tag } from '../../parts';
import stock from '../stock.module.css';
import { CancelDialog, PostDialog } from './CloseDialogs';
import styles from './counts.module.css';
import { LineDialog } from './LineDialog';
import { SheetFrame } from './SheetFrame';

type Show = NonNullable<CallInput<'counts.review'>['show']>;
const shows: readonly Show[] = ['differences', 'doubtful', 'counted', 'missing'];
const countOf = { differences: 'differing', doubtful: 'doubtful', counted: 'counted', missing: 'missing' } as const;

/** What was counted against what should have been there, before it moves the stock. */
export function Review({ sheet }: { sheet: CountSheet }) {
  const { t } = useTranslation();
  const [show, setShow] = useState<Show>('differences');
  const [dialog, setDialog] = useState<'post' | 'cancel' | CountLine | null>(null);
  const asked = useLive('counts.figures', { id: sheet.id }, { keep: true });
  const figures = asked.data;
  const columns = useColumns();
  const isOpen = sheet.state === 'open';
  const canPost = figures !== undefined && (isOpen ? figures.counted > 0 : sheet.state === 'posted' && sheet.late > 0);
  return (
    <SheetFrame
      sheet={sheet}
      actions={
        <>
          {isOpen && (
            <Button variant="default" onClick={() => setDialog('cancel')}>
              {t('office.counts.cancel')}
            </Button>
          )}
          {(isOpen || sheet.late > 0) && (
            <Button leftSection={<IconCheck size={18} />} disabled={!canPost} onClick={() => setDialog('post')}>
              {t(isOpen ? 'office.counts.post' : 'office.counts.postLate')}
            </Button>
          )}
        </>
      }
      filters={
        <SegmentedControl
          aria-label={t('office.counts.show')}
          data={shows
            .filter((each) => each !== 'missing' || sheet.wanted !== null)
            .map((each) => ({ value: each, label: <ShowLabel show={each} figures={figures} /> }))}
          value={show}
          onChange={(next) => setShow(shows.find((each) => each === next) ?? 'differences')}
        />
      }
    >
      {asked.state === 'failed' && <FailureState failure={asked.failure} onRetry={asked.retry} />}
      {figures && <Sums figures={figures} />}
      <div className={styles.rest}>
        <VirtualTable
          label={t('office.counts.review')}
          call="counts.review"
          filter={{ countId: sheet.id, show }}
          columns={columns}
          {...(isOpen && { onOpen: (line: CountLine) => setDialog(line) })}
          empty={
            <EmptyState icon={<IconScale size={32} stroke={1.5} />} title={t(`office.counts.noneSuch.${show}`)}>
              {show === 'differences' && t('office.counts.allRight')}
            </EmptyState>
          }
        />
      </div>
      {dialog === 'post' && figures && <PostDialog sheet={sheet} figures={figures} onClose={() => setDialog(null)} />}
      {dialog === 'cancel' && <CancelDialog sheet={sheet} onClose={() => setDialog(null)} />}
      {dialog !== null && typeof dialog === 'object' && (
        <LineDialog countId={sheet.id} line={dialog} onClose={() => setDialog(null)} />
      )}
    </SheetFrame>
  );
}

function ShowLabel({ show, figures }: { show: Show; figures: CountFigures | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {t(`office.counts.shows.${show}`)}
      {figures && <span className={stock.count}> {format.count(figures[countOf[show]])}</span>}
    </>
  );
}

/** What the differences come to, at what the goods cost. */
function Sums({ figures }: { figures: CountFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { more, less, unpriced } = figures;
  if (more === null || less === null) return null;
  return (
    <p className={styles.sums}>
      {t('office.counts.more')}{' '}
      <strong>
        {more > 0 && '+'}
        {format.money(more)}
      </strong>{' '}
      · {t('office.counts.less')} <strong>{format.money(less)}</strong>
      {unpriced > 0 && (
        <span className={stock.quiet}>
          {' '}
          · {t('office.counts.unpriced', { count: unpriced, n: format.count(unpriced) })}
        </span>
      )}
    </p>
  );
}

function useColumns(): readonly Column<CountLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.purchases.product'),
        width: 'minmax(180px, 3fr)',
        cell: ({ name, moved, shares }) => (
          <RowName name={name}>
            {shares.length > 1 && <Tag tone="attention">{t('office.counts.several')}</Tag>}
            {moved && <Tag tone="attention">{t('office.counts.moved')}</Tag>}
          </RowName>
        ),
      },
      {
        key: 'expected',
        title: t('office.counts.expected'),
        width: '100px',
        align: 'end',
        cell: ({ expected, unit }) => format.quantityOf(expected, unit),
      },
      {
        key: 'counted',
        title: t('office.counts.counted'),
        width: '100px',
        align: 'end',
        cell: ({ counted, unit }) => (counted === null ? '–' : format.quantityOf(counted, unit)),
      },
      {
        key: 'difference',
        title: t('office.counts.difference'),
        width: '112px',
        align: 'end',
        cell: ({ difference, counted, unit }) =>
          counted !== null && (
            <span className={styles.difference} data-less={difference < 0 || undefined}>
              {difference > 0 ? '+' : ''}
              {format.quantityOf(difference, unit)}
            </span>
          ),
      },
      {
        key: 'value',
        title: t('office.counts.value'),
        width: '112px',
        align: 'end',
        cell: ({ value }) => value !== null && value !== 0 && `${value > 0 ? '+' : ''}${format.money(value)}`,
      },
      {
        key: 'who',
        title: t('office.counts.who'),
        width: 'minmax(90px, 1fr)',
        cell: ({ shares }) => [...new Set(shares.map(({ staff }) => staff))].join(', '),
      },
    ],
    [t, format],
  );
}
