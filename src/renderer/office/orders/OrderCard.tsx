import { UnstyledButton } from '@mantine/core';
import type { OrderRow } from '@shared/contract';
import { needsBill, type OrderStage, stageBeside } from '@shared/orders';
import { IconArrowRight, IconReceipt, IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';
import { Tag } from '../parts';
import { DueTag } from './DueTag';
import styles from './orders.module.css';
import { useOrderWords } from './useOrderWords';

interface Props {
  readonly order: OrderRow;
  /** Another till made it a moment ago. */
  readonly isFresh: boolean;
  /** Tab comes to this one first. */
  readonly isFirst: boolean;
  readonly onOpen: () => void;
  readonly onMove: (to: OrderStage) => void;
  readonly onBill: () => void;
  /** False: it was let go. */
  readonly onDrag: (is: boolean) => void;
}

/** An order on the board: the whole card opens it, its arrow moves it one stage on, and what is ready gets its bill. */
export function OrderCard({ order, isFresh, isFirst, onOpen, onMove, onBill, onDrag }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useOrderWords();
  const next = stageBeside(order.stage, 1);
  const isToBill = needsBill(order);
  return (
    <li
      className={styles.card}
      data-due={order.due ?? undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', order.number);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <UnstyledButton
        className={styles.open ?? ''}
        data-order={order.id}
        data-first={isFirst || undefined}
        aria-describedby="orders-keys"
        onClick={onOpen}
      >
        <span className={styles.cardHead}>
          <strong className={styles.who}>{order.name}</strong>
          {isFresh && <Tag tone="accent">{t('office.orders.fresh')}</Tag>}
        </span>
        <span className={styles.goods}>{order.goods}</span>
        <span className={styles.cardLine}>
          <span className={styles.when}>{words.due(order)}</span>
          <DueTag due={order.due} />
          {order.way === 'delivery' && (
            <IconTruckDelivery size={18} stroke={1.6} role="img" aria-label={t('office.orders.ways.delivery')} />
          )}
        </span>
        <span className={styles.cardLine}>
          <span className={styles.quiet}>
            {order.billId === null ? words.payment(order) : t('office.orders.billed')}
          </span>
          <span className={styles.amount}>{format.money(order.total)}</span>
        </span>
      </UnstyledButton>
      {isToBill && (
        <UnstyledButton
          className={styles.next ?? ''}
          aria-label={t('office.orders.makeBillOf', { number: order.number })}
          onClick={onBill}
        >
          <span>{t('office.orders.makeBill')}</span>
          <IconReceipt size={16} stroke={1.8} aria-hidden="true" />
        </UnstyledButton>
      )}
      {next !== null && !isToBill && (
        <UnstyledButton
          className={styles.next ?? ''}
          aria-label={t('office.orders.moveOf', { number: order.number, move: t(`office.orders.moves.${next}`) })}
          onClick={() => onMove(next)}
        >
          <span>{t(`office.orders.moves.${next}`)}</span>
          <IconArrowRight size={16} stroke={1.8} aria-hidden="true" />
        </UnstyledButton>
      )}
    </li>
  );
}
