import type { FieldValue, RecordChange, RecordKind } from '@shared/contract';
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
    const words = (field: string, value: FieldValue) => inWords(t, format, unit, field, value);
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
        // A newer version's field stands under its own name.
        cell: ({ field }) => t(`office.changes.fields.${field as 'name'}`, { defaultValue: field }),
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
        cell: ({ staff }) => staff ?? t('office.changes.nobody'),
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

function inWords(t: TFunction, format: Format, unit: string | null, field: string, value: FieldValue): string {
  if (value === null) return t(field === 'negative_stock' ? 'office.products.shopRule' : 'office.changes.nothing');
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
  return t(`office.negativeStock.${value.word as 'warn'}`, { defaultValue: value.word });
}
