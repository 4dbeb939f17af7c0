import type { Bill, BillReturn, BillVoid } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Settled, TakeBack, VoidForm } from '../../returns';
import { Dialog } from '../../ui/office';

interface Props {
  readonly bill: Bill;
  readonly what: 'return' | 'void';
  readonly onClose: () => void;
}

/** What is done to a bill afterwards, from its page; at the counter the same is behind its return key. */
export function AfterDialog({ bill, what, onClose }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const [made, setMade] = useState<BillReturn | BillVoid | null>(null);
  const close = () => setOpened(false);
  return (
    <Dialog
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      size={what === 'return' ? 'xl' : 'md'}
      title={
        what === 'return'
          ? t('office.bills.returnTitle', { number: bill.number })
          : t('office.bills.voidTitle', { number: bill.number })
      }
    >
      {made ? (
        <Settled made={made} onClose={close} />
      ) : what === 'return' ? (
        <TakeBack bill={bill} onDone={setMade} />
      ) : (
        <VoidForm bill={bill} onBack={close} onDone={setMade} />
      )}
    </Dialog>
  );
}
