import type { CallInput, CallOutput, CommandName } from '@shared/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { asFailure, type CallFailure, call } from './call';
import { refused } from './refusals';

/** What became of a command. A refusal is a value: by the time it is seen, the person has been told. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: CallFailure };

export interface CommandOptions<N extends CommandName> {
  /** Changes what is on the screen before main has answered; returns the way back for when it refuses. */
  readonly optimistic?: (input: CallInput<N>, client: QueryClient) => () => void;
  /** Returns true when the screen has told the person itself (words beside a field); then there is no toast. */
  readonly onRefused?: (failure: CallFailure) => boolean;
}

export interface Command<N extends CommandName> {
  readonly pending: boolean;
  readonly failure: CallFailure | null;
  /** Never rejects. Its identity is stable. */
  readonly run: (input: CallInput<N>) => Promise<Outcome<CallOutput<N>>>;
  /** Forgets the last failure: the person is typing again. */
  readonly reset: () => void;
}

/** A command with its state; a refusal becomes a toast in the person's words unless the screen shows it itself. */
export function useCommand<N extends CommandName>(name: N, options: CommandOptions<N> = {}): Command<N> {
  const client = useQueryClient();
  const [running, setRunning] = useState(0);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const latest = useRef(options);
  latest.current = options;

  const run = useCallback(
    async (input: CallInput<N>): Promise<Outcome<CallOutput<N>>> => {
      const undo = latest.current.optimistic?.(input, client);
      setRunning((count) => count + 1);
      setFailure(null);
      try {
        return { ok: true, value: await call(name, input) };
      } catch (error) {
        undo?.();
        const failed = asFailure(error);
        setFailure(failed);
        if (latest.current.onRefused?.(failed) !== true) refused(failed);
        return { ok: false, failure: failed };
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [name, client],
  );
  const reset = useCallback(() => setFailure(null), []);
  return { pending: running > 0, failure, run, reset };
}
