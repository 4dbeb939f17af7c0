import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../live';
import { openShiftDialog } from '../shift';
import { useShortcut } from '../shortcuts';
import { toast } from '../ui';
import { type CartStore, useCartStore } from './cart';
import type { Finder } from './find';
import type { OpenDialog } from './mode';

/** Everything a key, a button or a row can do to the open bill. */
export interface CounterActions {
  readonly pay: () => void;
  readonly search: () => void;
  /** A dialog that wants nothing but to be opened. */
  readonly open: (kind: 'help' | 'actions' | 'customer' | 'recall' | 'dues' | 'drawer') => void;
  readonly customer: () => void;
  /** Without a line: the selected one. */
  readonly quantity: (lineNo?: number) => void;
  readonly discount: (lineNo?: number) => void;
  readonly price: (lineNo?: number) => void;
  readonly note: (lineNo?: number) => void;
  readonly billNote: () => void;
  readonly remove: (lineNo?: number) => void;
  readonly bump: (lineNo: number | undefined, by: 1 | -1) => void;
  readonly clear: () => void;
  readonly hold: () => void;
  readonly takeBack: () => void;
  readonly shift: () => void;
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

/** Hands are faster than a slow disk: a key is meant for what was scanned just before it, also while that is on its way. */
const onceSettled = (store: CartStore, lineNo: number | undefined, go: () => void): void => {
  if (lineNo === undefined && store.isPending()) void store.settled().then(go);
  else go();
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
    const hasLines = () => (store.get().cart?.lines.length ?? 0) > 0;
    /** Goods that come back can be settled without new ones. */
    const isWorthPaying = () => hasLines() || store.get().cart?.exchange !== null;
    const onLine = (kind: 'quantity' | 'price' | 'note', lineNo: number | undefined) =>
      onceSettled(store, lineNo, () => {
        const line = lineOf(store, lineNo);
        if (line) onDialog({ kind, line });
      });
    const remove = async (lineNo: number | undefined) => {
      const line = lineOf(store, lineNo);
      if (!line) return;
      const failure = await store.removeLine(line.lineNo);
      if (failure) tell(failure);
      else toast.undo(() => t('counter.removed', { name: line.name }), undo);
    };
    return {
      pay: () => {
        // Hands are faster than a slow disk: what was scanned just now counts.
        if (isWorthPaying() || store.isPending()) onPay();
      },
      search: () => finder.current?.focus(),
      open: (kind) => onDialog({ kind }),
      customer: () => onDialog({ kind: 'customer' }),
      quantity: (lineNo) => onLine('quantity', lineNo),
      price: (lineNo) => onLine('price', lineNo),
      discount: (lineNo) =>
        onceSettled(store, lineNo, () => {
          if (hasLines()) onDialog({ kind: 'discount', line: lineOf(store, lineNo) ?? null });
        }),
      note: (lineNo) => onLine('note', lineNo),
      billNote: () => onDialog({ kind: 'note', line: null }),
      remove: (lineNo) => onceSettled(store, lineNo, () => void remove(lineNo)),
      bump: (lineNo, by) =>
        onceSettled(store, lineNo, () => {
          const line = lineOf(store, lineNo);
          if (line) void store.bump(line, by).then(tell);
        }),
      clear: async () => {
        if (!hasLines()) return;
        const failure = await store.clear();
        if (failure) tell(failure);
        else toast.undo(() => t('counter.cleared'), undo);
      },
      hold: () => {
        if (hasLines()) onDialog({ kind: 'hold' });
      },
      takeBack: () => onDialog({ kind: 'return', code: null }),
      shift: openShiftDialog,
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
  useShortcut('help', () => actions.open('help'), enabled);
  useShortcut('actions', () => actions.open('actions'), enabled);
  useShortcut('search', actions.search, enabled);
  useShortcut('quantity', () => actions.quantity(), enabled);
  useShortcut('discount', () => actions.discount(), enabled);
  useShortcut('price', () => actions.price(), enabled);
  useShortcut('customer', actions.customer, enabled);
  useShortcut('hold', actions.hold, enabled);
  useShortcut('recall', () => actions.open('recall'), enabled);
  useShortcut('return', actions.takeBack, enabled);
  useShortcut('note', () => actions.note(), enabled);
  useShortcut('billNote', actions.billNote, enabled);
  useShortcut('dues', () => actions.open('dues'), enabled);
  useShortcut('drawer', () => actions.open('drawer'), enabled);
  useShortcut('pay', actions.pay, enabled);
  useShortcut('back', actions.back, enabled);
  useShortcut('lineUp', () => actions.step(-1), enabled);
  useShortcut('lineDown', () => actions.step(1), enabled);
  useShortcut('more', () => actions.bump(undefined, 1), enabled);
  useShortcut('less', () => actions.bump(undefined, -1), enabled);
  useShortcut('removeLine', () => actions.remove(), enabled);
  useShortcut('clear', actions.clear, enabled);
}
