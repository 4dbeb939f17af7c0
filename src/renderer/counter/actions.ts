import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../live';
import { useShortcut } from '../shortcuts';
import { toast } from '../ui';
import { type CartStore, useCartStore } from './cart';
import type { Finder } from './find';
import type { OpenDialog } from './mode';

/** Everything a key, a button or a row can do to the open bill. */
export interface CounterActions {
  readonly pay: () => void;
  readonly search: () => void;
  readonly help: () => void;
  readonly customer: () => void;
  /** Without a line: the selected one. */
  readonly quantity: (lineNo?: number) => void;
  readonly discount: (lineNo?: number) => void;
  readonly remove: (lineNo?: number) => void;
  readonly bump: (lineNo: number | undefined, by: 1 | -1) => void;
  readonly clear: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly back: () => void;
}

interface Parts {
  readonly onPay: () => void;
  readonly onDialog: (dialog: OpenDialog) => void;
  readonly finder: RefObject<Finder | null>;
}

const tell = (failure: CallFailure | null): void => {
  if (failure) toast.refused(failure);
};

const lineOf = (store: CartStore, lineNo: number | undefined) => {
  const { cart, selected } = store.get();
  return cart?.lines.find((line) => line.lineNo === (lineNo ?? selected));
};

/** Stable: rows that get it are not painted again because of it. */
export function useCounterActions({ onPay, onDialog, finder }: Parts): CounterActions {
  const store = useCartStore();
  const { t } = useTranslation();
  return useMemo<CounterActions>(() => {
    const undo = () => {
      finder.current?.focus();
      void store.undo().then(tell);
    };
    return {
      pay: () => {
        // Hands are faster than a slow disk: what was scanned just now counts.
        if (store.get().cart?.lines.length || store.isPending()) onPay();
      },
      search: () => finder.current?.focus(),
      help: () => onDialog({ kind: 'help' }),
      customer: () => onDialog({ kind: 'customer' }),
      quantity: (lineNo) => {
        const line = lineOf(store, lineNo);
        if (line) onDialog({ kind: 'quantity', line });
      },
      discount: (lineNo) => {
        if (store.get().cart?.lines.length) onDialog({ kind: 'discount', line: lineOf(store, lineNo) ?? null });
      },
      remove: async (lineNo) => {
        const line = lineOf(store, lineNo);
        if (!line) return;
        const failure = await store.removeLine(line.lineNo);
        if (failure) tell(failure);
        else toast.undo(t('counter.removed', { name: line.name }), undo);
      },
      bump: (lineNo, by) => {
        const line = lineOf(store, lineNo);
        if (line) void store.bump(line, by).then(tell);
      },
      clear: async () => {
        if (!store.get().cart?.lines.length) return;
        const failure = await store.clear();
        if (failure) tell(failure);
        else toast.undo(t('counter.cleared'), undo);
      },
      step: (by) => store.step(by),
      back: () => {
        if (store.get().notice) store.notify(null);
        else finder.current?.clear();
        finder.current?.focus();
      },
    };
  }, [store, t, onPay, onDialog, finder]);
}

/** The counter's keys, while a bill is being made. */
export function useCounterKeys(actions: CounterActions, enabled: boolean): void {
  useShortcut('help', actions.help, enabled);
  useShortcut('search', actions.search, enabled);
  useShortcut('quantity', () => actions.quantity(), enabled);
  useShortcut('discount', () => actions.discount(), enabled);
  useShortcut('customer', actions.customer, enabled);
  useShortcut('pay', actions.pay, enabled);
  useShortcut('back', actions.back, enabled);
  useShortcut('lineUp', () => actions.step(-1), enabled);
  useShortcut('lineDown', () => actions.step(1), enabled);
  useShortcut('more', () => actions.bump(undefined, 1), enabled);
  useShortcut('less', () => actions.bump(undefined, -1), enabled);
  useShortcut('removeLine', () => actions.remove(), enabled);
}
