import { Button } from '@mantine/core';
import type { LabelItem } from '@shared/contract';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shop';
import { RowAction, RowName, RowTable, Tag } from '../parts';
import { CountInput } from './CountInput';
import { type Chosen, dropProduct, isCopies, setCopies } from './chosen';
import styles from './labels.module.css';

interface Props {
  readonly chosen: readonly Chosen[];
  readonly items: ReadonlyMap<string, LabelItem>;
  /** Whether a label without a code is worth a word. */
  readonly wantsCode: boolean;
  /** The preview shows what one is at. */
  readonly onLookAt: (productId: string) => void;
  readonly onDropped: () => void;
}

/** Rows that are drawn at once: a field each is a lot of fields. */
const step = 100;

/** What gets a label, and how many. */
export function LabelList({ chosen, items, wantsCode, onLookAt, onDropped }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(step);
  const rows = chosen.slice(0, shown).flatMap(({ productId, copies }) => {
    const item = items.get(productId);
    return item ? [{ ...item, copies }] : [];
  });
  return (
    <div className={styles.list}>
      <RowTable
        label={t('office.labels.list')}
        rows={rows}
        columns={[
          {
            key: 'name',
            title: t('office.labels.product'),
            cell: (item) => (
              <>
                <RowName name={item.name}>
                  <Problem item={item} wantsCode={wantsCode} />
                </RowName>
                <div className={styles.code}>{item.code ? item.code.text : t('office.labels.noCode')}</div>
              </>
            ),
          },
          {
            key: 'price',
            title: t('office.labels.price'),
            width: '110px',
            align: 'end',
            cell: (item) => (item.problem === 'price' ? '–' : format.money(item.price)),
          },
          {
            key: 'copies',
            title: t('office.labels.copies'),
            width: '116px',
            align: 'end',
            cell: (item) => <CopiesField item={item} copies={item.copies} onFocus={() => onLookAt(item.id)} />,
          },
        ]}
        actions={(item) => (
          <RowAction
            label={t('office.removeNamed', { name: item.name })}
            icon={IconX}
            onClick={() => {
              dropProduct(item.id);
              onDropped();
            }}
          />
        )}
      />
      {chosen.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + step)}>
          {t('office.labels.showMore', { count: chosen.length - shown, number: format.count(chosen.length - shown) })}
        </Button>
      )}
    </div>
  );
}

function Problem({ item, wantsCode }: { item: LabelItem; wantsCode: boolean }) {
  const { t } = useTranslation();
  if (item.problem === 'gone') return <Tag tone="attention">{t('office.labels.gone')}</Tag>;
  if (item.problem === 'price') {
    return (
      <Link href={`/products/${item.id}`} className={styles.mend ?? ''}>
        {t('office.labels.noPrice')}
      </Link>
    );
  }
  if (item.code !== null || !wantsCode) return null;
  return (
    <Link href={`/products/${item.id}`} className={styles.mend ?? ''}>
      {t('office.labels.addCode')}
    </Link>
  );
}

interface CopiesProps {
  readonly item: LabelItem;
  readonly copies: number | null;
  readonly onFocus: () => void;
}

function CopiesField({ item, copies, onFocus }: CopiesProps) {
  const { t } = useTranslation();
  return (
    <CountInput
      classNames={{ input: styles.copies ?? '' }}
      aria-label={t('office.labels.copiesOf', { name: item.name })}
      value={copies}
      error={!isCopies(copies)}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus();
      }}
      onChange={(next) => setCopies(item.id, next)}
    />
  );
}
