import type { CallInput, CallName, CallOutput, PushEvent } from '@shared/contract';
import type { Envelope } from '@shared/errors';

/** All that the page can reach of the outside world: `window.galla`. */
export interface Bridge {
  /** One call of the contract. Never rejects for a refusal: that is a value of the envelope. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Envelope<CallOutput<N>>>;
  /** Everything main pushes, in order. Returns the way to stop listening. */
  on(listener: (event: PushEvent) => void): () => void;
}

declare global {
  interface Window {
    readonly galla: Bridge;
  }
}
