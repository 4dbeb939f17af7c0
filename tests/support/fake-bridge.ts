import type { CallInput, CallName, CallOutput, PushEvent } from '@shared/contract';
import type { CallError, Envelope, ErrorCode } from '@shared/errors';

interface Asked {
  readonly name: CallName;
  readonly input: unknown;
  readonly answer: (envelope: Envelope<never>) => void;
}

/**
 * The other side of `window.galla`, played by a test: it sees every call, and answers when and how the test says, in any
 * order. There is no shop behind it.
 */
export function fakeBridge() {
  const asked: Asked[] = [];
  const listeners = new Set<(event: PushEvent) => void>();
  const bridge = {
    call: <N extends CallName>(name: N, input: CallInput<N>) =>
      new Promise<Envelope<CallOutput<N>>>((resolve) => {
        asked.push({ name, input, answer: resolve });
      }),
    on(listener: (event: PushEvent) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  Object.defineProperty(window, 'galla', { value: bridge, configurable: true });

  const take = (name: CallName): Asked => {
    const index = asked.findIndex((each) => each.name === name);
    const [call] = index < 0 ? [] : asked.splice(index, 1);
    if (!call) throw new Error(`${name} was not called`);
    return call;
  };
  return {
    /** Calls that wait for an answer. */
    waiting: () => asked.map(({ name, input }) => ({ name, input })),
    listeners: () => listeners.size,
    /** Answers the oldest waiting call of that name. */
    answer<N extends CallName>(name: N, value: CallOutput<N>): void {
      take(name).answer({ ok: true, value: value as never }); // proof: the caller of that name gets that output
    },
    refuse(name: CallName, code: ErrorCode): void {
      const error: CallError = { code, message: code, params: {}, retryable: false, correlationId: 'test' };
      take(name).answer({ ok: false, error });
    },
    push(event: PushEvent): void {
      for (const listener of [...listeners]) listener(event);
    },
  };
}

export type FakeBridge = ReturnType<typeof fakeBridge>;
