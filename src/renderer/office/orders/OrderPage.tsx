import { Alert, Button, Menu } from '@mantine/core';
import type { Order } from '@shared/contract';
import { needsBill, stageBeside } from '@shared/orders';
import {
  IconArrowBackUp,
  IconArrowRight,
  IconBrandWhatsapp,
  IconCash,
  IconEdit,
  IconReceipt,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useCommand, useLive } from '../../live';
import { useFormat } from '../../shop';
import { FailureState } from '../../ui';
import { Page } from '../../ui/office';
import Qr from '../../ui/qr';
import { BackButton, MoreMenu, RowTable, Tag, useRemoval } from '../parts';
import { Skeletons } from '../Skeletons';
import { AdvanceDialog } from './AdvanceDialog';
import { CancelDialog } from './CancelDialog';
import { DueTag } from './DueTag';
import { History } from './History';
import { OrderDialog } from './OrderDialog';
import styles from './orders.module.css';
import { TellDialog } from './TellDialog';
import { useMakeBill } from './useMakeBill';
import { useOrderWords } from './useOrderWords';

/** `/orders/<id>`: what was ordered, how far it is, what was paid, and all that happened to it. */
export function OrderPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const order = useLive('orders.get', { id });
  if (order.data) return <Opened order={order.data} />;
  return (
    <Page title={t('office.orders.title')} actions={<ToList />}>
      {order.state === 'failed' ? (
        <FailureState failure={order.failure} onRetry={order.retry} />
      ) : (
        <Skeletons rows={8} />
      )}
    </Page>
  );
}

type OpenDialog = 'edit' | 'advance' | 'cancel' | 'message';

function Opened({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useOrderWords();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const close = () => setDialog(null);
  const { id, number, stage, billId, bills } = order;
  const isOpen = billId === null && stage !== 'cancelled' && !order.deleted;
  return (
    <Page
      title={t('office.orders.one', { number })}
      note={
        <div className={styles.facts}>
          <Tag>{t(`office.orders.stages.${stage}`)}</Tag>
          <DueTag due={order.due} />
          <span>
            {t('office.orders.takenBy', { name: order.by, terminal: order.terminal, at: format.dateTime(order.at) })}
          </span>
        </div>
      }
      actions={
        <>
          <ToList />
          <Moves order={order} onCancel={isOpen ? () => setDialog('cancel') : null} />
          {billId !== null && (
            <Button component={Link} href={`/bills/${billId}`} leftSection={<IconReceipt size={18} stroke={1.6} />}>
              {t('office.orders.openBill')}
            </Button>
          )}
          {isOpen && <MakeBill order={order} />}
        </>
      }
    >
      <div className={styles.order}>
        <div className={styles.main}>
          {bills.length > 1 && (
            <Alert color="yellow" title={t('office.orders.twice')}>
              {t('office.orders.twiceText', { bills: bills.map((bill) => bill.number).join(', ') })}
            </Alert>
          )}
          {stage === 'cancelled' && bills.length > 0 && (
            <Alert color="yellow" title={t('office.orders.cancelledBilled')}>
              {t('office.orders.cancelledBilledText', { bills: bills.map((bill) => bill.number).join(', ') })}
            </Alert>
          )}
          {order.paidByOthers.map((other) => (
            <Alert key={other.customerId} color="yellow" title={t('office.orders.paidByOther', { name: other.name })}>
              {t('office.orders.paidByOtherText', { name: other.name, amount: format.money(other.amount) })}
            </Alert>
          ))}
          <Lines order={order} />
          {order.note && <p className={styles.text}>{order.note}</p>}
          <History history={order.history} />
        </div>
        <aside className={styles.side}>
          <div className={styles.whose}>
            <div>
              <h2 className={styles.heading}>
                {order.customerId === null ? (
                  order.name
                ) : (
                  <Link href={`/customers/${order.customerId}`} className={styles.link ?? ''}>
                    {order.name}
                  </Link>
                )}
              </h2>
              {order.phone && <p className={styles.text}>{order.phone}</p>}
              <p className={styles.text}>{words.due(order)}</p>
              <p className={styles.text}>
                {[t(`office.orders.ways.${order.way}`), order.address].filter(Boolean).join(' · ')}
              </p>
            </div>
            <Qr data={number} size={88} label={t('office.orders.code', { number })} />
          </div>
          <dl className={styles.sums}>
            <dt>{t('office.orders.total')}</dt>
            <dd>{format.money(order.total)}</dd>
            <dt>{t('office.orders.payment')}</dt>
            <dd>{words.payment(order)}</dd>
            {isOpen && (
              <>
                <dt>{t('office.orders.toPay')}</dt>
                <dd className={styles.toPay}>{format.money(order.toPay)}</dd>
              </>
            )}
          </dl>
          {isOpen && (
            <Button
              variant="default"
              leftSection={<IconCash size={18} stroke={1.6} />}
              onClick={() => setDialog('advance')}
            >
              {t('office.orders.takeAdvance')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconBrandWhatsapp size={18} stroke={1.6} />}
            onClick={() => setDialog('message')}
          >
            {t('office.orders.message')}
          </Button>
          {isOpen && (
            <Button
              variant="default"
              leftSection={<IconEdit size={18} stroke={1.6} />}
              onClick={() => setDialog('edit')}
            >
              {t('office.orders.edit')}
            </Button>
          )}
          {stage === 'cancelled' && order.advance === 0 && bills.length === 0 && <Again order={order} />}
        </aside>
      </div>
      {dialog === 'edit' && <OrderDialog order={order} onClose={close} />}
      {dialog === 'advance' && <AdvanceDialog order={order} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog order={order} onClose={close} />}
      {dialog === 'message' && <TellDialog id={id} name={order.name} onClose={close} />}
    </Page>
  );
}

function Lines({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <RowTable
        label={t('office.orders.lines')}
        rows={order.lines.map((line) => ({ ...line, id: String(line.lineNo) }))}
        columns={[
          {
            key: 'name',
            title: t('office.orders.goods'),
            cell: ({ name, note }) => (
              <>
                {name}
                {note && <div className={styles.quiet}>{note}</div>}
              </>
            ),
          },
          {
            key: 'quantity',
            title: t('office.orders.quantity'),
            align: 'end',
            cell: ({ quantity, unit }) => format.quantityOf(quantity, unit),
          },
          {
            key: 'price',
            title: t('office.orders.price'),
            align: 'end',
            cell: ({ unitPrice }) => format.money(unitPrice),
          },
          {
            key: 'amount',
            title: t('office.orders.total'),
            align: 'end',
            cell: ({ amount }) => <span className={styles.amount}>{format.money(amount)}</span>,
          },
        ]}
      />
      {order.billId === null && order.lines.some(({ productId }) => productId === null) && (
        <p className={styles.quiet}>{t('office.orders.wordsHint')}</p>
      )}
    </div>
  );
}

interface MovesProps {
  readonly order: Order;
  /** Null where nothing is left to cancel. */
  readonly onCancel: (() => void) | null;
}

/** One stage on, and in the menu what is seldom done: one stage back, the end of it. */
function Moves({ order: { id, number, stage, deleted, billId, total }, onCancel }: MovesProps) {
  const { t } = useTranslation();
  const command = useCommand('orders.move');
  if (deleted) return null;
  const before = stageBeside(stage, -1);
  const after = needsBill({ stage, billId, total }) ? null : stageBeside(stage, 1);
  const move = (to: NonNullable<typeof before>) => void command.run({ id, from: stage, to });
  return (
    <>
      {(before !== null || onCancel) && (
        <MoreMenu>
          {before !== null && (
            <Menu.Item
              leftSection={<IconArrowBackUp size={18} stroke={1.6} />}
              disabled={command.pending}
              onClick={() => move(before)}
            >
              {t('office.orders.backTo', { stage: t(`office.orders.stages.${before}`) })}
            </Menu.Item>
          )}
          {onCancel && (
            <Menu.Item leftSection={<IconX size={18} stroke={1.6} />} onClick={onCancel}>
              {t('office.orders.cancel')}
            </Menu.Item>
          )}
        </MoreMenu>
      )}
      {after !== null && (
        <Button
          variant="default"
          leftSection={<IconArrowRight size={18} stroke={1.6} />}
          aria-label={t('office.orders.moveOf', { number, move: t(`office.orders.moves.${after}`) })}
          disabled={command.pending}
          onClick={() => move(after)}
        >
          {t(`office.orders.moves.${after}`)}
        </Button>
      )}
    </>
  );
}

function MakeBill({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { make, pending } = useMakeBill();
  return (
    <Button leftSection={<IconReceipt size={18} stroke={1.6} />} loading={pending} onClick={() => void make(order)}>
      {t('office.orders.makeBill')}
    </Button>
  );
}

/** What was cancelled without money in it can be placed again, or go altogether. */
function Again({ order: { id, number, stage } }: { order: Order }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const command = useCommand('orders.move');
  const remove = useRemoval('orders.remove');
  return (
    <>
      <Button
        variant="default"
        loading={command.pending}
        onClick={() => void command.run({ id, from: stage, to: 'placed' })}
      >
        {t('office.orders.again')}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          void remove(id, number).then((isGone) => isGone && navigate('/orders'));
        }}
      >
        {t('office.orders.remove')}
      </Button>
    </>
  );
}

function ToList() {
  const { t } = useTranslation();
  return <BackButton to="/orders">{t('office.orders.toList')}</BackButton>;
}
