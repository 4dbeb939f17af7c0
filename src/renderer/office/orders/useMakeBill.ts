import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { openBill } from '../../counter/cart';
import { useCommand } from '../../live';
import { toast } from '../../ui';

/** The order becomes the open bill, and the counter comes up with it. */
export function useMakeBill() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const command = useCommand('orders.toBill');
  const make = async ({ id, number }: { readonly id: string; readonly number: string }) => {
    if (!(await command.run({ id })).ok) return;
    await openBill.refresh();
    toast.done(() => t('office.orders.atCounterDone', { number }));
    navigate('/');
  };
  return { pending: command.pending, make };
}
