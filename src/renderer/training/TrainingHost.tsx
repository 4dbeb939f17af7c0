import { lazy, Suspense } from 'react';
import { useTrainingDialog } from './dialog';

const TrainingDialog = lazy(() => import('./TrainingDialog'));

/** The question before training, on every screen. */
export function TrainingHost() {
  if (!useTrainingDialog()) return null;
  return (
    <Suspense fallback={null}>
      <TrainingDialog />
    </Suspense>
  );
}
