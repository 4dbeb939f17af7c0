import type { PaymentReceipt } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReceiveDues, ReceivedDues } from '../../payments';
import { Dialog } from '../../ui/office';

/** Money from the customer of this page, as the counter takes it. */
export function ReceiveDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const [done, setDone] = useState<PaymentReceipt | null>(null);
  const close = () => setOpened(false);
  return (
    <Dialog opened={opened} onClose={close} onExitTransitionEnd={onClose} title={t('counter.dues.title')} size="md">
      {done ? (
        <ReceivedDues receipt={done} onClose={close} />
      ) : (
        <ReceiveDues customerId={customerId} onDone={setDone} onCancel={close} />
      )}
    </Dialog>
  );
}
