import type { ReactNode } from 'react';
import type { Live } from '../../live';
import { FailureState } from '../../ui';
import { Skeletons } from '../Skeletons';

interface Props<T> {
  readonly of: Live<T>;
  /** How many rows are drawn in outline while it is awaited. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** What a page shows of an answer: its outline while it is awaited, what went wrong, or the data. */
export function Loaded<T>({ of, rows, children }: Props<T>) {
  return (
    <>
      {of.state === 'failed' && <FailureState failure={of.failure} onRetry={of.retry} />}
      {of.state === 'loading' && <Skeletons {...(rows !== undefined && { rows })} />}
      {of.data !== undefined && children(of.data)}
    </>
  );
}
