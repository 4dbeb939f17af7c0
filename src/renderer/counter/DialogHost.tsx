import { lazy, Suspense, useEffect } from 'react';
import type { CounterActions } from './actions';
import { useCart } from './cart';
import type { OpenDialog } from './mode';

const load = () => import('./dialogs');
const Dialogs = lazy(load);

interface Props {
  readonly dialog: OpenDialog | null;
  readonly actions: CounterActions;
  readonly onClose: () => void;
}

/** The dialogs of the counter, fetched as soon as the counter has nothing else to do. A code that two products share opens one by itself. */
export function DialogHost({ dialog, actions, onClose }: Props) {
  const ambiguous = useCart((state) => (state.notice?.kind === 'ambiguous' ? state.notice : null));
  useEffect(() => {
    const handle = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(handle);
  }, []);
  if (!dialog && !ambiguous) return null;
  return (
    <Suspense fallback={null}>
      <Dialogs dialog={dialog} ambiguous={ambiguous} actions={actions} onClose={onClose} />
    </Suspense>
  );
}
