import { Button } from '@mantine/core';
import type { CountEntry, Counted, CountSheet } from '@shared/contract';
import { negQuantity, type Quantity } from '@shared/money';
import { IconClipboardList, IconMinus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readTimes } from '../../../counter/find';
import { useScans } from '../../../counter/scanner';
import { soundAdded, soundUnknown } from '../../../counter/sounds';
import { useCommand } from '../../../live';
import { useFormat } from '../../../shop';
import { EmptyState, toast } from '../../../ui';
import { type Column, VirtualTable } from '../../../ui/office';
import stock from '../stock.module.css';
import { CountField } from './CountField';
import styles from './counts.module.css';
import { SheetFrame } from './SheetFrame';

/** Counting: each scan adds one, wherever the focus is; `12*` before it, twelve. Everything is kept at once. */
export function Counting({ sheet }: { sheet: CountSheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [last, setLast] = useState<Counted | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const scan = useCommand('counts.scan');
  const add = useCommand('counts.add');
  const columns = useColumns();
  const isOpen = sheet.state === 'open';
  const show = (counted: Counted) => {
    setLast(counted);
    soundAdded();
  };
  const onScan = async (code: string) => {
    const { times } = readTimes(search);
    const before = times === null ? '' : search.slice(0, search.search(/[*×]/u) + 1);
    setSearch('');
    const outcome = await scan.run({ countId: sheet.id, code, ...(times !== null && { times }) });
    if (!outcome.ok) return soundUnknown();
    const found = outcome.value;
    if (found.outcome === 'counted') return show(found);
    soundUnknown();
    if (found.outcome === 'elsewhere') return toast.attention(() => t('office.counts.elsewhere', { name: found.name }));
    field.current?.focus();
    // The list shows who has the code; as many are counted of the one picked as were said before the scan.
    if (found.outcome === 'ambiguous') return setSearch(before + code);
    toast.attention(() =>
      found.outcome === 'damaged' ? t('counter.scan.damaged', { code }) : t('counter.scan.unknown', { code }),
    );
  };
  const onAdd = async (productId: string, quantity: Quantity) => {
    setSearch('');
    const outcome = await add.run({ countId: sheet.id, productId, quantity });
    if (outcome.ok) show(outcome.value);
    else soundUnknown();
  };
  const takeOff = async ({ productId, quantity }: Counted) => {
    await onAdd(productId, negQuantity(quantity));
    // The button goes with what it took off.
    field.current?.focus();
  };
  useScans((code) => void (isOpen && onScan(code)));
  return (
    <SheetFrame sheet={sheet}>
      {isOpen && (
        <CountField ref={field} search={search} onSearch={setSearch} onAdd={(id, times) => void onAdd(id, times)} />
      )}
      {last && isOpen && (
        <output className={styles.last}>
          <span className={styles.lastName}>{last.name}</span>
          <span className={styles.lastStep}>
            {last.quantity > 0 ? '+' : ''}
            {format.quantityOf(last.quantity, last.unit)}
          </span>
          <strong className={styles.lastTotal}>
            {last.counted === null ? '–' : format.quantityOf(last.counted, last.unit)}
          </strong>
          {last.expected !== null && (
            <span className={stock.quiet}>
              {t('office.counts.expectedNow', { level: format.quantityOf(last.expected, last.unit) })}
            </span>
          )}
          {last.quantity > 0 && (
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconMinus size={16} />}
              loading={add.pending}
              onClick={() => void takeOff(last)}
            >
              {t('office.counts.takeOff')}
            </Button>
          )}
        </output>
      )}
      <div className={styles.rest}>
        <VirtualTable
          label={t('office.counts.entries')}
          call="counts.entries"
          topic="stock_count_entry"
          filter={{ countId: sheet.id }}
          columns={columns}
          empty={
            <EmptyState icon={<IconClipboardList size={32} stroke={1.5} />} title={t('office.counts.nothingYet')}>
              {isOpen && t('office.counts.nothingYetHint')}
            </EmptyState>
          }
        />
      </div>
    </SheetFrame>
  );
}

function useColumns(): readonly Column<CountEntry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('office.purchases.product'),
        width: 'minmax(200px, 3fr)',
        cell: ({ name }) => <span className={stock.name}>{name}</span>,
      },
      {
        key: 'quantity',
        title: t('office.counts.counted'),
        width: '150px',
        align: 'end',
        cell: ({ kind, quantity, unit }) =>
          kind === 'clear'
            ? t('office.counts.kinds.clear')
            : `${kind === 'set' ? '= ' : quantity > 0 ? '+' : ''}${format.quantityOf(quantity, unit)}`,
      },
      {
        key: 'who',
        title: t('office.counts.who'),
        width: 'minmax(150px, 1fr)',
        cell: ({ staff, terminal }) => [staff, terminal].filter(Boolean).join(' · '),
      },
      { key: 'at', title: t('office.stock.at'), width: '150px', cell: ({ at }) => format.dateTime(at) },
    ],
    [t, format],
  );
}
