import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { Day } from '@shared/clock';
import type { BillSummary, CallInput, ProductSummary } from '@shared/contract';
import type { Money } from '@shared/money';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';
import { useFormat } from '../shop';
import { FailureState } from '../ui';
import { DateField, MoneyInput } from '../ui/office';
import styles from './returns.module.css';

interface Props {
  /** What was scanned and is no bill: a product of it. */
  readonly product: Pick<ProductSummary, 'id' | 'name'> | null;
  readonly onForgetProduct: () => void;
  readonly onChoose: (billId: string) => void;
}

/** By number or its end, by name or phone, by day, by amount, by a product that was on it. */
export function BillFinder({ product, onForgetProduct, onChoose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [day, setDay] = useState<Day | null>(null);
  const [amount, setAmount] = useState<Money | null>(null);
  const [marked, setMarked] = useState(0);
  const typed = text.trim();
  const filter: CallInput<'sales.bills'> = {
    limit: 30,
    ...(typed === '' ? {} : { text: typed }),
    ...(day === null ? {} : { from: day, to: day }),
    ...(amount === null ? {} : { least: amount, most: amount }),
    ...(product ? { productId: product.id } : {}),
  };
  const found = useLive('sales.bills', filter, { keep: true });
  const bills = found.data?.rows ?? [];
  const at = Math.min(marked, bills.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const bill = bills[at];
    if (step !== 0) setMarked(Math.max(0, Math.min(bills.length - 1, at + step)));
    else if (event.key === 'Enter' && bill && found.state === 'ready' && !found.isPrevious) onChoose(bill.id);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows of its fields go through the list
    <div className={styles.stack} onKeyDown={onKeyDown}>
      <div className={styles.fields}>
        <TextInput
          data-autofocus
          autoFocus
          size="md"
          autoComplete="off"
          label={t('counter.returns.search')}
          leftSection={<IconSearch size={20} stroke={1.6} />}
          maxLength={100}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setMarked(0);
          }}
        />
        <DateField
          size="md"
          label={t('counter.returns.day')}
          value={day}
          onChange={(next) => {
            setDay(next);
            setMarked(0);
          }}
        />
        <MoneyInput size="md" label={t('counter.returns.amount')} value={amount} onChange={setAmount} />
      </div>
      {product && (
        <div className={styles.product}>
          {t('counter.returns.withProduct', { name: product.name })}
          <Button variant="default" size="compact-md" onClick={onForgetProduct}>
            {t('counter.returns.anyProduct')}
          </Button>
        </div>
      )}
      {found.state === 'failed' && <FailureState failure={found.failure} onRetry={found.retry} />}
      <div className={styles.list} role="listbox" aria-label={t('counter.returns.found')} tabIndex={-1}>
        {bills.map((bill, index) => (
          <Row key={bill.id} bill={bill} marked={index === at} onChoose={() => onChoose(bill.id)} />
        ))}
      </div>
      {found.state === 'ready' && bills.length === 0 && <p className={styles.about}>{t('counter.returns.none')}</p>}
    </div>
  );
}

function Row({ bill, marked, onChoose }: { bill: BillSummary; marked: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <UnstyledButton
      className={styles.row ?? ''}
      role="option"
      aria-selected={marked}
      tabIndex={-1}
      ref={(row) => {
        if (marked) row?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={onChoose}
    >
      <span>
        <span className={styles.number}>{bill.number}</span>
        <span className={styles.about}>
          {[format.dateTime(bill.at), bill.customer, t('counter.lines', { count: bill.lines })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {(bill.voided || bill.returned < 0) && (
        <span className={styles.state}>
          {bill.voided ? t('counter.returns.voided') : t('counter.returns.returned')}
        </span>
      )}
      <span className={styles.total}>{format.money(bill.total)}</span>
    </UnstyledButton>
  );
}
