import type { GstFigures, GstReturn } from '@shared/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shop';
import { type RowColumn, RowTable } from '../../parts';
import styles from './gst.module.css';

type Figured = GstFigures & { readonly id: string };
const taxColumns = ['cgst', 'sgst', 'igst', 'cess'] as const;

/** Amounts at the end of each row. A tax that nothing was charged of has no column. */
function useAmounts<Row extends Figured>(rows: readonly Row[]): readonly RowColumn<Row>[] {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const shown = taxColumns.filter((key) => rows.some((row) => row[key] !== 0));
  return (['taxable', ...shown] as const).map((key) => ({
    key,
    title: t(`columns.${key}`),
    align: 'end',
    cell: (row) => <span className={row[key] === 0 ? styles.zero : styles.amount}>{format.amount(row[key])}</span>,
  }));
}

interface SectionProps {
  readonly title: string;
  readonly note?: string | false;
  readonly children: ReactNode;
}

function Section({ title, note, children }: SectionProps) {
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {children}
      {note && <p className={styles.more}>{note}</p>}
    </div>
  );
}

export function ByRate({ rates }: Pick<GstReturn, 'rates'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const rows = rates.map((row) => ({ ...row, id: String(row.rate) }));
  const amounts = useAmounts(rows);
  return (
    <Section title={t('gst.byRate')}>
      <RowTable
        label={t('gst.byRate')}
        rows={rows}
        columns={[
          {
            key: 'rate',
            title: t('gst.rate'),
            cell: ({ rate }) => (rate === null ? t('gst.exempt') : format.rate(rate)),
          },
          ...amounts,
        ]}
      />
    </Section>
  );
}

export function ByTable({ tables, bills, notes }: Pick<GstReturn, 'tables' | 'bills' | 'notes'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const rows = tables.map((row) => ({ ...row, id: row.table }));
  // Whoever adds the column up finds more than there were.
  const isInTwo = tables.reduce((sum, { documents }) => sum + documents, 0) > bills + notes;
  const amounts = useAmounts(rows);
  return (
    <Section title={t('gst.tables')} note={isInTwo && t('gst.documentsTwice')}>
      <RowTable
        label={t('gst.tables')}
        rows={rows}
        columns={[
          { key: 'table', title: t('gst.kind'), cell: ({ table }) => t(`gst.tableNames.${table}`) },
          {
            key: 'documents',
            title: t('gst.documents'),
            align: 'end',
            cell: ({ documents }) => format.count(documents),
          },
          ...amounts,
        ]}
      />
    </Section>
  );
}

export function ByHsn({ hsn, hsnRows }: Pick<GstReturn, 'hsn' | 'hsnRows'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const rows = hsn.map((row) => ({ ...row, id: [row.side, row.hsn, row.unit, row.rate].join(' ') }));
  const amounts = useAmounts(rows);
  const note = hsnRows > hsn.length && t('gst.hsnMore', { shown: hsn.length, count: hsnRows });
  return (
    <Section title={t('gst.hsn')} note={note}>
      <RowTable
        label={t('gst.hsn')}
        rows={rows}
        columns={[
          { key: 'hsn', title: t('gst.code'), cell: (row) => row.hsn },
          { key: 'side', title: t('gst.buyer'), cell: ({ side }) => t(`gst.sides.${side}`) },
          { key: 'rate', title: t('gst.rate'), align: 'end', cell: ({ rate }) => format.rate(rate) },
          {
            key: 'quantity',
            title: t('gst.quantity'),
            align: 'end',
            cell: ({ quantity, unit }) => (unit === 'NA' ? '–' : format.quantityOf(quantity, unit)),
          },
          ...amounts,
        ]}
      />
    </Section>
  );
}

export function Issued({ issued }: Pick<GstReturn, 'issued'>) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const rows = issued.map((row) => ({ ...row, id: `${row.kind} ${row.from}` }));
  return (
    <Section title={t('gst.issued')}>
      <RowTable
        label={t('gst.issued')}
        rows={rows}
        columns={[
          { key: 'kind', title: t('gst.kind'), cell: ({ kind }) => t(`gst.kinds.${kind}`) },
          { key: 'from', title: t('gst.first'), cell: ({ from }) => from },
          { key: 'to', title: t('gst.last'), cell: ({ to }) => to },
          { key: 'total', title: t('gst.total'), align: 'end', cell: ({ total }) => format.count(total) },
          {
            key: 'cancelled',
            title: t('gst.cancelled'),
            align: 'end',
            cell: ({ cancelled }) => format.count(cancelled),
          },
          {
            key: 'net',
            title: t('gst.net'),
            align: 'end',
            cell: ({ total, cancelled }) => format.count(total - cancelled),
          },
        ]}
      />
    </Section>
  );
}
