import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwake } from '../shortcuts';
import { toast } from '../ui';
import type { CartStore } from './cart';
import { useCartStore } from './cart';
import type { Finder } from './find';
import type { Mode } from './mode';
import { markPainted } from './painted';
import { listenToScanner, type Scanner, scannerSettings, topSink } from './scanner';
import { soundAdded, soundRefused, soundUnknown } from './sounds';

interface Parts {
  readonly mode: Mode;
  readonly finder: RefObject<Finder | null>;
  /** The bill before is over; a scan begins the next one. */
  readonly onNext: () => void;
  /** The code of one of the shop's own receipts: its goods are to come back. */
  readonly onReceipt: (code: string) => void;
}

/** The number of a bill or a credit note, as the shop's own receipts carry it: `A1/2627/000123`. */
const receiptCode = /^[A-Za-z1-9][A-Za-z0-9]{0,4}\/\d{4}\/\d{1,9}$/;

/** Wires the scanner to the bill. Returns whether a scan seems to be under way. */
export function useCounterScanner({ mode, finder, onNext, onReceipt }: Parts): () => boolean {
  const { t } = useTranslation();
  const store = useCartStore();
  const scanner = useRef<Scanner>(null);

  const onScan = useEffectEvent((code: string, at: number) => {
    const sink = topSink();
    if (sink) return sink(code);
    if (!isAwake()) {
      soundRefused();
      toast.attention(() => t('counter.scan.inDialog', { code }));
      return;
    }
    if (mode.now === 'pay') {
      soundRefused();
      store.notify({ kind: 'refused', code });
      return;
    }
    if (mode.now === 'done') onNext();
    if (receiptCode.test(code)) return onReceipt(code);
    void scanIn(store, code, at, finder.current);
  });
  const home = useEffectEvent(() => {
    if (mode.now === 'done') onNext();
    return mode.now !== 'pay' && isAwake() ? (finder.current?.field ?? null) : null;
  });

  // From the moment on that the search has the focus: a key in between would be typed there, and not be heard.
  useLayoutEffect(() => {
    const listening = listenToScanner(
      {
        onScan: (code, at) => onScan(code, at),
        // Counted once; that is all there is to say about it.
        onRepeat: () => undefined,
        home: () => home(),
        isPatient: (field) => field === finder.current?.field,
      },
      scannerSettings,
    );
    scanner.current = listening;
    return listening.stop;
  }, [finder]);
  const isBusy = useRef(() => scanner.current?.isBusy() ?? false);
  return isBusy.current;
}

async function scanIn(store: CartStore, code: string, at: number, finder: Finder | null): Promise<void> {
  const times = finder?.takeTimes() ?? null;
  const result = await store.scan(code, times);
  if (result?.outcome === 'added') {
    // The ear waits for the eye, a few milliseconds, and not the other way round.
    markPainted('galla:line-painted', at, soundAdded);
  } else soundUnknown();
}
