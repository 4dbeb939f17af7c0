import { Button } from '@mantine/core';
import { dayOf } from '@shared/clock';
import type { BillReturn, BillVoid, ProductSummary } from '@shared/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, call, useLive } from '../../live';
import { usePrint } from '../../printing';
import { BillFinder, Settled, TakeBack, VoidForm } from '../../returns';
import { useFormat, useMay, useTill } from '../../shop';
import { FailureState, toast } from '../../ui';
import { useCartStore } from '../cart';
import { soundRefused } from '../sounds';
import { CounterDialog } from './CounterDialog';
import styles from './dialogs.module.css';

interface Props {
  /** Scanned from a receipt. */
  readonly code: string | null;
  readonly onClose: () => void;
}

/** Find the bill, by its code or any other way; then take goods back, exchange, void, or print it again. */
export function ReturnDialog({ code, onClose }: Props) {
  const { t } = useTranslation();
  const [billId, setBillId] = useState<string | null>(null);
  const [product, setProduct] = useState<Pick<ProductSummary, 'id' | 'name'> | null>(null);
  const [made, setMade] = useState<BillReturn | BillVoid | null>(null);
  /** The number of the bill that is to be void. */
  const [voiding, setVoiding] = useState<string | null>(null);

  /** A receipt's code is a bill; a product's, all bills with that product. */
  const find = async (scanned: string) => {
    try {
      const bill = await call('sales.findBill', { code: scanned });
      if (bill) {
        setVoiding(null);
        return setBillId(bill.billId);
      }
      const found = await call('catalogue.lookup', { code: scanned });
      const only = 'product' in found ? found.product : null;
      if (only) {
        setVoiding(null);
        setBillId(null);
        return setProduct(only);
      }
      toast.attention(() => t('counter.returns.unknownCode', { code: scanned }));
    } catch (error) {
      toast.refused(asFailure(error));
    }
    soundRefused();
  };
  const findFirst = useEffectEvent(() => code !== null && void find(code));
  useEffect(() => void findFirst(), []);

  return (
    <CounterDialog
      opened
      onClose={onClose}
      onScan={(scanned) => void find(scanned)}
      title={voiding === null ? t('counter.returns.title') : t('counter.returns.voidTitle', { number: voiding })}
      size="xl"
    >
      {made ? (
        <Settled made={made} onClose={onClose} />
      ) : billId === null ? (
        <BillFinder product={product} onForgetProduct={() => setProduct(null)} onChoose={setBillId} />
      ) : (
        <FoundBill
          key={billId}
          billId={billId}
          voiding={voiding !== null}
          onVoiding={setVoiding}
          onOther={() => {
            setVoiding(null);
            setBillId(null);
          }}
          onMade={setMade}
          onClose={onClose}
        />
      )}
    </CounterDialog>
  );
}

interface FoundProps {
  readonly billId: string;
  readonly voiding: boolean;
  /** With the bill's number, or null: not after all. */
  readonly onVoiding: (number: string | null) => void;
  readonly onOther: () => void;
  readonly onMade: (made: BillReturn | BillVoid) => void;
  readonly onClose: () => void;
}

function FoundBill({ billId, voiding, onVoiding, onOther, onMade, onClose }: FoundProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useTill();
  const store = useCartStore();
  const print = usePrint();
  const mayReturn = useMay('return');
  const bill = useLive('sales.bill', { id: billId });
  if (bill.state === 'failed') return <FailureState failure={bill.failure} onRetry={bill.retry} />;
  if (!bill.data) return null;
  const { number, at, customer, total, voided, returns, lines, day } = bill.data;
  const isLeft = lines.some((line) => line.returnable > 0 && !line.charge);
  const isToday = day === dayOf(Date.now(), shop.timeZone);
  return (
    <div className={styles.stack}>
      <div className={styles.found}>
        <span className={styles.choiceName} data-selectable>
          {number}
        </span>
        <span className={styles.about}>{[format.dateTime(at), customer?.name].filter(Boolean).join(' · ')}</span>
        <span className={styles.choicePrice}>{format.money(total)}</span>
        {!voiding && (
          <span className={styles.foundActions}>
            <Button variant="default" size="sm" onClick={onOther}>
              {t('counter.returns.other')}
            </Button>
            <Button
              variant="default"
              size="sm"
              onClick={() => void print({ kind: 'bill', id: billId, copy: 'duplicate' })}
            >
              {t('counter.returns.reprint')}
            </Button>
            {!voided && isToday && returns.length === 0 && (
              <Button variant="default" size="sm" onClick={() => onVoiding(number)}>
                {t('counter.returns.void')}
              </Button>
            )}
          </span>
        )}
      </div>
      {voided ? (
        <p className={styles.refused}>{t('counter.returns.isVoided', { name: voided.by, reason: voided.reason })}</p>
      ) : voiding ? (
        <VoidForm bill={bill.data} onBack={() => onVoiding(null)} onDone={onMade} />
      ) : !isLeft ? (
        <p className={styles.about}>{t('counter.returns.nothingLeft')}</p>
      ) : (
        mayReturn && (
          <TakeBack
            bill={bill.data}
            onDone={onMade}
            onExchange={async (exchange) => {
              const failure = await store.setExchange(exchange);
              if (!failure) onClose();
              return failure;
            }}
          />
        )
      )}
    </div>
  );
}
