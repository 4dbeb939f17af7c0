import { lazy, Suspense } from 'react';
import { useCart } from './cart';
import type { OpenDialog } from './mode';

const Dialogs = lazy(() => import('./dialogs'));

interface Props {
  readonly dialog: OpenDialog | null;
  readonly onClose: () => void;
}

/** The dialogs of the counter: fetched with the first of them. A code that two products share opens one by itself. */
export function DialogHost({ dialog, onClose }: Props) {
  const ambiguous = useCart((state) => (state.notice?.kind === 'ambiguous' ? state.notice : null));
  if (!dialog && !ambiguous) return null;
  return (
    <Suspense fallback={null}>
      <Dialogs dialog={dialog} ambiguous={ambiguous} onClose={onClose} />
    </Suspense>
  );
}
