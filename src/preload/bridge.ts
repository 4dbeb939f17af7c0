import type { CallInput, CallName, CallOutput, PushEvent } from '@shared/contract';
import type { Envelope } from '@shared/errors';

/** All that a page sees of main: `window.galla`. Two functions and no Electron object. */
export interface Bridge {
  /** Never rejects for a refusal: that is `{ ok: false, error }`. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Envelope<CallOutput<N>>>;
  /** Hears everything main pushes; returns the way to stop. */
  on(handler: (event: PushEvent) => void): () => void;
}
