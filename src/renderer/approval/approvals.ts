import { type ApprovalAction, type ApprovalNeed, approvalActions } from '@shared/approvals';
import type { ErrorParams } from '@shared/errors';
import { useSyncExternalStore } from 'react';
import type { CallFailure } from '../live';

/** Somebody else's PIN is wanted; `answer` gets the token, or null when nobody gave it. */
export interface Request {
  readonly need: ApprovalNeed;
  /** What main tells about it: the product, the bill's number, the price before. */
  readonly facts: ErrorParams;
  readonly answer: (approval: string | null) => void;
}

let asked: Request | null = null;
const listeners = new Set<() => void>();

function set(next: Request | null): void {
  asked = next;
  for (const listener of [...listeners]) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useRequest = (): Request | null => useSyncExternalStore(subscribe, () => asked);

/** Asks for somebody's PIN, on top of whatever is on the screen. One at a time: a new question ends the one before. */
function ask(need: ApprovalNeed, facts: ErrorParams): Promise<string | null> {
  asked?.answer(null);
  return new Promise((resolve) => {
    set({
      need,
      facts,
      answer: (approval) => {
        set(null);
        resolve(approval);
      },
    });
  });
}

const isAction = (text: unknown): text is ApprovalAction => approvalActions.some((action) => action === text);

/** What a refusal wants approved; null: it is about something else. */
export function needOf({ code, params }: CallFailure): ApprovalNeed | null {
  const { action, subject, value } = params;
  if (code !== 'approval_required' || !isAction(action)) return null;
  return typeof subject === 'string' && typeof value === 'number' ? { action, subject, value } : null;
}

/**
 * Tries; each time that needs somebody's PIN, asks for it and tries again with all that was given. Answers what is still in
 * the way: nothing, or the refusal, which is `approval_required` itself when nobody approved.
 */
export async function withApprovals(
  attempt: (approvals: readonly string[]) => Promise<CallFailure | null>,
): Promise<CallFailure | null> {
  const given: string[] = [];
  for (;;) {
    const failure = await attempt(given);
    const need = failure && needOf(failure);
    if (!need) return failure;
    const approval = await ask(need, failure.params);
    if (approval === null) return failure;
    given.push(approval);
  }
}

/** The same for what needs one at most. */
export const withApproval = (
  attempt: (approval?: string) => Promise<CallFailure | null>,
): Promise<CallFailure | null> => withApprovals((given) => attempt(given.at(-1)));
