import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEvent, useEvents } from '../live';
import { markReady, whenUp } from '../ready';
import { useShiftGate } from '../shift';
import { toast } from '../ui';
import { useCounterActions, useCounterKeys } from './actions';
import { BillPane } from './bill';
import styles from './Counter.module.css';
import { CartContext, openBill, useCart, useCartStore } from './cart';
import { DialogHost } from './DialogHost';
import { DonePane, ReceiptPane } from './done';
import { FunctionKeys } from './FunctionKeys';
import { type Finder, FindPane } from './find';
import { keepFocus } from './keepFocus';
import type { Mode, OpenDialog } from './mode';
import { PayPane } from './pay';
import { prepareSounds } from './sounds';
import { useCounterScanner } from './useCounterScanner';

/** The main screen. Left the bill, right what can go on it (or how it is paid, or its receipt), below the keys. */
export function Counter() {
  return (
    <CartContext value={openBill}>
      <Desk />
    </CartContext>
  );
}

function Desk() {
  const { t } = useTranslation();
  const store = useCartStore();
  const [mode, setMode] = useState<Mode>({ now: 'sell' });
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const finder = useRef<Finder>(null);
  const isKnown = useCart((state) => state.cart !== null);
  const selling = mode.now === 'sell';

  const withShift = useShiftGate();
  const toPay = useCallback(
    () =>
      withShift(() => {
        store.notify(null);
        toast.forgetUndo();
        setMode({ now: 'pay' });
      }),
    [store, withShift],
  );
  const toSell = useCallback(() => {
    setMode({ now: 'sell' });
    store.notify(null);
    void store.refresh();
  }, [store]);
  const actions = useCounterActions({ onPay: toPay, onDialog: setDialog, finder });
  useCounterKeys(actions, selling);
  // Before the scanner listens: what was typed early is typed there, and must not be selected and typed over.
  useLayoutEffect(() => {
    if (selling) finder.current?.focus();
  }, [selling]);
  const isBusy = useCounterScanner({
    mode,
    finder,
    onNext: toSell,
    onReceipt: (code) => setDialog({ kind: 'return', code }),
  });
  useFreshCart();
  useEffect(() => {
    // When nobody is doing anything; at the latest the first sound itself opens it.
    void whenUp().then(() => requestIdleCallback(prepareSounds));
  }, []);
  useEffect(() => {
    if (isKnown) markReady('counter');
  }, [isKnown]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it keeps the focus where it is, and does nothing else
    <div className={styles.root} onMouseDown={keepFocus}>
      {mode.now !== 'done' && <h1 className="unseen">{t('frame.nav.counter')}</h1>}
      {mode.now === 'done' ? (
        <DonePane completed={mode.completed} onNext={toSell} />
      ) : (
        <BillPane asleep={!selling} actions={actions} />
      )}
      <div className={styles.side} data-makes-room>
        {/* Stays, hidden, while the bill is paid: what was typed and found is still there afterwards. */}
        <FindPane ref={finder} hidden={!selling} isBusy={isBusy} />
        {mode.now === 'pay' && (
          <PayPane
            onBack={toSell}
            onCustomer={actions.customer}
            onDone={(completed) => setMode({ now: 'done', completed })}
          />
        )}
        {mode.now === 'done' && (
          <ReceiptPane billId={mode.completed.billId} creditNoteId={mode.completed.creditNote?.id ?? null} />
        )}
      </div>
      <FunctionKeys actions={actions} mode={mode.now} onSell={toSell} />
      <DialogHost dialog={dialog} actions={actions} onClose={() => setDialog(null)} />
    </div>
  );
}

/** The bill as main has it: at first, and whenever something else than this screen changed it. */
function useFreshCart(): void {
  const store = useCartStore();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    void store.refresh().then((failure) => failure && toast.refused(failure));
    return () => clearTimeout(timer.current);
  }, [store]);
  useEvents(isEvent('changes'), ({ changes }) => {
    if (!changes.some(({ topic }) => concerning.has(topic))) return;
    // Its own changes come back as answers; this is for the others, and can wait until the hands rest.
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void store.refresh(), 600);
  });
}

const concerning = new Set<string>(['cart', 'product', 'customer', 'tax_class', 'business_settings']);
