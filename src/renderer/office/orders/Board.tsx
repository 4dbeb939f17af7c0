import type { OrderRow } from '@shared/contract';
import { type OrderStage, stageBeside } from '@shared/orders';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useFresh, useLive } from '../../live';
import { FailureState } from '../../ui';
import { Skeletons } from '../Skeletons';
import { OrderCard } from './OrderCard';
import type { OrderQuery } from './OrderList';
import styles from './orders.module.css';
import { useMakeBill } from './useMakeBill';

const open = ['placed', 'accepted', 'preparing', 'ready'] as const;
const columns = [...open, 'delivered'] as const;
/** As many as a person looks through; the list has all. */
const most = 200;
/** What was handed over is only there to be taken back. */
const mostDelivered = 20;

/** Orders by stage. A card is moved by its button, by Shift with an arrow, or by dragging it to another column. */
export function Board({ query }: { query: OrderQuery }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const fresh = useFresh('sales_order');
  const asked = useLive('orders.list', { ...query, stages: [...open], limit: most }, { keep: true });
  const over = useLive('orders.list', { ...query, stages: ['delivered'], limit: mostDelivered }, { keep: true });
  const command = useCommand('orders.move');
  const bill = useMakeBill();
  const board = useRef<HTMLDivElement>(null);
  /** The card that the focus goes with. */
  const followed = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<OrderRow | null>(null);
  const [target, setTarget] = useState<OrderStage | null>(null);
  const rows = [...(asked.data?.rows ?? []), ...(over.data?.rows ?? [])];
  const in_ = (stage: OrderStage) => rows.filter((order) => order.stage === stage);

  useEffect(() => {
    const id = followed.current;
    if (id === null) return;
    const card = board.current?.querySelector<HTMLElement>(`[data-order="${id}"]`);
    if (card && document.activeElement !== card) card.focus();
  });

  const move = async ({ id, number, stage }: OrderRow, to: OrderStage | null) => {
    if (to === null || to === 'cancelled' || to === stage) return;
    followed.current = id;
    const outcome = await command.run({ id, from: stage, to });
    if (outcome.ok) setSaid(t('office.orders.moved', { number, stage: t(`office.orders.stages.${to}`) }));
    // The card is where it belongs with the answer that follows; afterwards the focus is a person's own.
    setTimeout(() => {
      if (followed.current === id) followed.current = null;
    }, 1000);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset.order; // proof: keys go to elements
    const order = rows.find((each) => each.id === id);
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (!order) return;
    if (event.shiftKey && by !== null) void move(order, stageBeside(order.stage, by));
    else if (event.key.startsWith('Arrow') && !event.shiftKey) step(order, event.key);
    else return;
    event.preventDefault();
  };
  /** From card to card: within a column, or to the same place of the next column that has any. */
  const step = (order: OrderRow, key: string) => {
    followed.current = null;
    const column = in_(order.stage);
    const at = column.indexOf(order);
    let to: OrderRow | undefined = column[at + (key === 'ArrowDown' ? 1 : -1)];
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const by = key === 'ArrowRight' ? 1 : -1;
      to = undefined;
      for (let next = stageBeside(order.stage, by); next !== null && !to; next = stageBeside(next, by)) {
        const there = in_(next);
        to = there[Math.min(at, there.length - 1)];
      }
    }
    if (to) board.current?.querySelector<HTMLElement>(`[data-order="${to.id}"]`)?.focus();
  };

  if (asked.state === 'failed') return <FailureState failure={asked.failure} onRetry={asked.retry} />;
  if (!asked.data) return <Skeletons rows={6} />;
  const counts = asked.data.stages;
  const first = columns.map((stage) => in_(stage)[0]).find((order) => order !== undefined);
  return (
    <div className={styles.boardPage}>
      <p className="unseen" aria-live="polite">
        {said}
      </p>
      <p id="orders-keys" className="unseen">
        {t('office.orders.keys')}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the cards in it come up to here */}
      <div ref={board} className={styles.board} onKeyDown={onKeyDown}>
        {columns.map((stage) => {
          const cards = in_(stage);
          return (
            <section
              key={stage}
              className={styles.column}
              aria-label={t('office.orders.inStage', { stage: t(`office.orders.stages.${stage}`), n: counts[stage] })}
              data-target={target === stage || undefined}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                setTarget(stage);
              }}
              onDragLeave={() => setTarget(null)}
              onDrop={(event) => {
                event.preventDefault();
                setTarget(null);
                if (dragged) void move(dragged, stage);
                setDragged(null);
              }}
            >
              <h2 className={styles.stage}>
                {t(`office.orders.stages.${stage}`)}
                <span className={styles.count}>{counts[stage]}</span>
              </h2>
              <ul className={styles.cards}>
                {cards.map((order) => (
                  <OrderCard
                    key={order.id}
                    order={order}
                    isFresh={fresh.has(order.id)}
                    isFirst={order === first}
                    onOpen={() => navigate(`/orders/${order.id}`)}
                    onMove={(to) => void move(order, to)}
                    onBill={() => void bill.make(order)}
                    onDrag={(is) => setDragged(is ? order : null)}
                  />
                ))}
                {cards.length === 0 && <li className={styles.noCards}>{t('office.orders.emptyStage')}</li>}
                {counts[stage] > cards.length && cards.length > 0 && (
                  <li className={styles.noCards}>
                    {t('office.orders.moreInList', { n: counts[stage] - cards.length })}
                  </li>
                )}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
