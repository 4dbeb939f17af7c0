import type { ChangedField, FieldValue, RecordChange, RecordKind } from '@shared/contract';
import { IconHistory } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../shop';
import { EmptyState } from '../../ui';
import { type Column, VirtualTable } from '../../ui/office';
import styles from './changes.module.css';

interface Props {
  readonly kind: RecordKind;
  readonly id: string;
  /** What a product is counted in; null for what is not counted. */
  readonly unit: string | null;
}

/** What was changed of a record, newest first: from what to what, by whom, at which till. */
export function Changes({ kind, id, unit }: Props) {
  const { t } = useTranslation();
  const columns = useColumns(unit);
  return (
    <VirtualTable
      label={t('office.changes.title')}
      call="history.changes"
      filter={{ kind, id }}
      columns={columns}
      empty={
        <EmptyState icon={<IconHistory size={32} stroke={1.5} />} title={t('office.changes.none')}>
          {t('office.changes.noneHint')}
        </EmptyState>
      }
    />
  );
}

function useColumns(unit: string | null): readonly Column<RecordChange>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const words = (field: ChangedField, value: FieldValue) => inWords(t, format, unit, field, value);
    return [
      {
        key: 'at',
        title: t('office.changes.at'),
        width: '190px',
        cell: ({ at }) => format.dateYearTime(at),
      },
      {
        key: 'field',
        title: t('office.changes.field'),
        width: 'minmax(150px, 1fr)',
        cell: ({ field }) => t(`office.changes.fields.${field}`),
      },
      {
        key: 'before',
        title: t('office.changes.before'),
        width: 'minmax(84px, 1.5fr)',
        cell: ({ field, before }) => <span className={styles.before}>{words(field, before)}</span>,
      },
      {
        key: 'after',
        title: t('office.changes.after'),
        width: 'minmax(84px, 1.5fr)',
        cell: ({ field, after }) => words(field, after),
      },
      {
        key: 'staff',
        title: t('office.changes.staff'),
        width: 'minmax(72px, 0.7fr)',
        cell: ({ staff, byProgram }) => staff ?? t(byProgram ? 'office.changes.nobody' : 'office.changes.unknown'),
      },
      {
        key: 'terminal',
        title: t('office.changes.terminal'),
        width: 'minmax(72px, 0.7fr)',
        cell: ({ terminal }) => terminal,
      },
    ];
  }, [t, format, unit]);
}

/** What the forms say where nothing is filled in. */
const emptyWords = {
  negative_stock: 'office.products.shopRule',
  credit_limit: 'office.customers.noLimit',
  credit_days: 'office.khata.shopDays',
} as const satisfies Partial<Record<ChangedField, string>>;

function inWords(t: TFunction, format: Format, unit: string | null, field: ChangedField, value: FieldValue): string {
  if (value === null)
    return t(field in emptyWords ? emptyWords[field as keyof typeof emptyWords] : 'office.changes.nothing');
  if ('missing' in value) return t('office.changes.unknown');
  if ('text' in value) return value.text;
  if ('texts' in value) return value.texts.join(', ') || t('office.changes.nothing');
  if ('money' in value) return format.money(value.money);
  if ('quantity' in value)
    return unit === null ? format.quantity(value.quantity) : format.quantityOf(value.quantity, unit);
  if ('count' in value) return format.count(value.count);
  if ('yes' in value) return t(value.yes ? 'office.changes.yes' : 'office.changes.no');
  if ('units' in value) {
    const list = value.units.map((one) =>
      t('office.changes.unit', {
        unit: format.unit(one.unit),
        factor: unit === null ? format.quantity(one.factor) : format.quantityOf(one.factor, unit),
        price: format.money(one.price),
      }),
    );
    return list.join('; ') || t('office.changes.nothing');
  }
  if (field === 'unit') return format.unit(value.word);
  return t(`office.negativeStock.${value.word as 'warn'}`); // proof: the only other word is a product's rule
}
