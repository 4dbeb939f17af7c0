import type { PaymentReceipt } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReceiveDues, ReceivedDues } from '../../payments';
import { useCart } from '../cart';
import { soundDone } from '../sounds';
import { CounterDialog } from './CounterDialog';
import { CustomerFinder } from './CustomerFinder';

/** Money for what is owed: who, how much, how. */
export function DuesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [customerId, setCustomerId] = useState(useCart((state) => state.cart?.customer?.id ?? null));
  const [done, setDone] = useState<PaymentReceipt | null>(null);
  return (
    <CounterDialog opened onClose={onClose} title={t('counter.dues.title')} size="md">
      {done ? (
        <ReceivedDues receipt={done} onClose={onClose} />
      ) : customerId === null ? (
        <CustomerFinder mayAdd={false} onChoose={({ id }) => setCustomerId(id)} />
      ) : (
        <ReceiveDues
          customerId={customerId}
          onOther={() => setCustomerId(null)}
          onDone={(receipt) => {
            soundDone();
            setDone(receipt);
          }}
          onCancel={onClose}
        />
      )}
    </CounterDialog>
  );
}
