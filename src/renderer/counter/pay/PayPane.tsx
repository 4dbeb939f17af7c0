import type { Completed } from '@shared/contract';
import { ZERO } from '@shared/money';
import { useShortcut } from '../../shortcuts';
import { useCart } from '../cart';
import { GiveBack } from './GiveBack';
import { TakePayment } from './TakePayment';

interface Props {
  readonly onBack: () => void;
  /** A due needs a name, and can get one here. */
  readonly onCustomer: () => void;
  readonly onDone: (completed: Completed) => void;
}

/** How the bill is settled: the customer pays, or gets something back in an exchange. */
export function PayPane(props: Props) {
  const cart = useCart((state) => state.cart);
  // Nothing comes up over a payment that is half done.
  useShortcut('palette', null);
  if (!cart) return null;
  return cart.totals.toPay < ZERO ? <GiveBack cart={cart} {...props} /> : <TakePayment cart={cart} {...props} />;
}
