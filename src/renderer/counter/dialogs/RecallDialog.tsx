import { Button, UnstyledButton } from '@mantine/core';
import type { HeldBill, OrderRow } from '@shared/contract';
import { IconPlayerPause, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, useCommand, useLive } from '../../live';
import { useFormat } from '../../shop';
import { labelOf, useKeyOf } from '../../shortcuts';
import { EmptyState, FailureState, failureWords, toast } from '../../ui';
import { useCart, useCartStore } from '../cart';
import { soundRefused } from '../sounds';
import { arrowThrough } from './arrows';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';
import { HoldDialog } from './HoldDialog';
import { ReadyOrders, useReadyOrders } from './ReadyOrders';

/** Bills that were put aside, here or at another till. The open one is put aside first: nothing is ever mixed. */
export function RecallDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const store = useCartStore();
  const held = useLive('sales.held', {});
  const isOpen = useCart((state) => (state.cart?.lines.length ?? 0) > 0);
  /** The one that is wanted, while the open bill is being put aside. */
  const [wanted, setWanted] = useState<HeldBill | OrderRow | null>(null);
  const orders = useReadyOrders();
  const [refused, setRefused] = useState('');
  const drop = useCommand('sales.dropHeld');
  const restore = useCommand('sales.restoreHeld');
  const holdKey = useKeyOf('hold');
  const bills = held.data ?? [];

  const wordsOf = (failure: CallFailure): string => {
    const { by = '', terminal = '' } = failure.params;
    return failure.code === 'already_taken' ? t('counter.recall.takenAt', { by, terminal }) : failureWords(failure);
  };
  const recall = async (bill: HeldBill | OrderRow) => {
    const failure = 'stage' in bill ? await store.billOrder(bill.id) : await store.recall(bill.id);
    if (failure) return setRefused(wordsOf(failure));
    toast.done(() =>
      'stage' in bill
        ? t('office.orders.atCounterDone', { number: bill.number })
        : t('counter.recall.done', { name: bill.name }),
    );
    onClose();
  };
  const choose = (bill: HeldBill | OrderRow) => {
    setRefused('');
    if (isOpen) setWanted(bill);
    else void recall(bill);
  };
  const remove = async ({ id, name }: HeldBill) => {
    const outcome = await drop.run({ id });
    if (outcome.ok)
      toast.undo(
        () => t('counter.recall.dropped', { name }),
        () => void restore.run({ id }),
      );
  };
  /** The code of an order takes that order; any other is none of this list. */
  const scan = (code: string) => {
    const order = orders.find(({ number }) => number === code);
    if (order) return choose(order);
    soundRefused();
    setRefused(t('counter.scan.inDialog', { code }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const bill = bills.find(({ id }) => id === (event.target as HTMLElement).dataset.choice); // proof: keys go to elements
    if (event.key === 'Delete' && bill) void remove(bill);
    else arrowThrough(event);
  };

  if (wanted) return <HoldDialog onClose={() => setWanted(null)} onHeld={() => void recall(wanted)} />;
  return (
    <CounterDialog
      opened
      onClose={onClose}
      title={t(orders.length > 0 ? 'counter.recall.withOrders' : 'counter.recall.title')}
      size="lg"
      onScan={scan}
    >
      <p className={styles.refused} role="alert">
        {refused}
      </p>
      {isOpen && bills.length + orders.length > 0 && <p className={styles.about}>{t('counter.recall.first')}</p>}
      {held.state === 'failed' && <FailureState failure={held.failure} onRetry={held.retry} />}
      {held.state === 'ready' && bills.length + orders.length === 0 && (
        <EmptyState icon={<IconPlayerPause size={32} stroke={1.5} />} title={t('counter.recall.none')}>
          {t('counter.recall.noneText', { key: labelOf(holdKey) })}
        </EmptyState>
      )}
      {bills.length > 0 && (
        <ul className={styles.list} onKeyDown={onKeyDown}>
          {bills.map((bill, index) => (
            <Row
              key={bill.id}
              bill={bill}
              first={index === 0}
              onChoose={() => choose(bill)}
              onDrop={() => void remove(bill)}
            />
          ))}
        </ul>
      )}
      <ReadyOrders orders={orders} first={bills.length === 0} onChoose={choose} />
      <div className={styles.actions}>
        <Button variant="default" size="md" mt="md" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </CounterDialog>
  );
}

interface RowProps {
  readonly bill: HeldBill;
  readonly first: boolean;
  readonly onChoose: () => void;
  readonly onDrop: () => void;
}

function Row({ bill, first, onChoose, onDrop }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = [
    t('counter.lines', { count: bill.lines }),
    bill.customer,
    bill.mine ? null : t('counter.recall.at', { terminal: bill.terminal }),
    bill.staff,
    format.dateTime(bill.heldAt),
  ];
  return (
    <li className={styles.held}>
      <UnstyledButton
        className={styles.choice ?? ''}
        data-choice={bill.id}
        autoFocus={first}
        data-autofocus={first || undefined}
        onClick={onChoose}
      >
        <span>
          <span className={styles.choiceName}>{bill.name}</span>
          <span className={styles.about}>{about.filter(Boolean).join(' · ')}</span>
          {bill.note && <span className={styles.about}>{bill.note}</span>}
        </span>
        <span className={styles.choicePrice}>{format.money(bill.total)}</span>
      </UnstyledButton>
      <UnstyledButton
        className={styles.drop ?? ''}
        aria-label={t('counter.recall.drop', { name: bill.name })}
        onClick={onDrop}
      >
        <IconTrash size={20} stroke={1.6} aria-hidden="true" />
      </UnstyledButton>
    </li>
  );
}
