import type { CallName, CallOutput, HandlerInput, SignedIn } from '@shared/contract';

/**
 * Who is at this terminal. One per terminal, not per window: signing in at the counter signs in the office window too.
 * Handlers read it; only `staff.signIn`, `staff.signOut` and `shop.create` write it.
 */
export interface Session {
  user: SignedIn | null;
}

/** What a handler may know about the call beyond its input. */
export interface CallContext {
  readonly session: Session;
}

/** A use-case bound to a call. Refusals are thrown as `AppError`; anything else thrown is a bug. */
export type Handler<N extends CallName> = (
  input: HandlerInput<N>,
  context: CallContext,
) => CallOutput<N> | Promise<CallOutput<N>>;

/** Handlers for some of the contract's calls; the composition root adds them up to all of it. */
export type Handlers<N extends CallName = CallName> = { readonly [K in N]: Handler<K> };
