import { randomBytes } from 'node:crypto';
import type { ApprovalNeed } from '@shared/approvals';
import type { SignedIn } from '@shared/contract';
import { AppError, type ErrorParams } from '@shared/errors';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { openShiftId, stampOf } from '../documents';
import { readStaff } from '../staff';
import { discountLimit, isWithinRights } from './rights';

/** How long a token is good for: long enough to press Enter, too short to be kept. */
export const approvalLastsMs = 2 * 60_000;
const mostTokens = 50;

interface Grant extends ApprovalNeed {
  readonly approverId: string;
  /** Who asked. */
  readonly staffId: string;
  readonly until: number;
}

/** What is to be done, and the tokens that came with it. */
export interface Demand extends ApprovalNeed {
  /** The document it is done to, for the record. */
  readonly document: { readonly type: string; readonly id: string };
  readonly tokens: readonly (string | undefined)[];
  /** More for the sentence that asks. */
  readonly facts?: ErrorParams;
}

/**
 * What somebody allowed with their PIN at this till. Tokens live in memory alone: a restart forgets them. One is good
 * once, for the person who asked and for exactly what was asked; what it allowed is written down in the same mutation.
 */
export class ApprovalDesk {
  readonly #deps: ShopDeps;
  readonly #grants = new Map<string, Grant>();
  /** Spent in the use-case that runs now: given back should it fail. */
  #spent = new Map<string, Grant>();

  constructor(deps: ShopDeps) {
    this.#deps = deps;
  }

  /** Makes the token. Whoever calls has seen the approver's PIN. */
  grant(need: ApprovalNeed, approverId: string, staffId: string): string {
    const now = this.#deps.clock.now();
    for (const [token, { until }] of this.#grants) if (until <= now) this.#grants.delete(token);
    const oldest = this.#grants.keys().next();
    if (this.#grants.size >= mostTokens && !oldest.done) this.#grants.delete(oldest.value);
    const token = randomBytes(16).toString('hex');
    const { action, subject, value } = need;
    this.#grants.set(token, { action, subject, value, approverId, staffId, until: now + approvalLastsMs });
    return token;
  }

  /** Runs a use-case that may demand approvals: those it spent are good again when it is refused or fails. */
  during<T>(work: () => T): T {
    this.#spent = new Map();
    try {
      return work();
    } catch (error) {
      for (const [token, grant] of this.#spent) this.#grants.set(token, grant);
      throw error;
    } finally {
      this.#spent = new Map();
    }
  }

  /**
   * Lets pass what the person may do or what a token of theirs allows, which is then spent and recorded. To be called
   * inside `during`. Answers who allowed it; null when nobody had to.
   *
   * @throws AppError `approval_required` with the need and, of a discount, the role's `limit`; `approval_invalid`
   */
  demand(m: Mutation, user: SignedIn, demand: Demand): string | null {
    const settings = this.#deps.settings();
    if (isWithinRights(settings, user.role, demand)) return null;
    const { action, subject, value, document, facts } = demand;
    const found = this.#find(user, demand);
    const limit: Record<string, number> = action === 'discount' ? { limit: discountLimit(settings, user.role) } : {};
    if (!found) {
      throw new AppError('approval_required', 'Somebody else has to allow this', {
        ...facts,
        ...limit,
        action,
        subject,
        value,
      });
    }
    const [token, grant] = found;
    this.#grants.delete(token);
    this.#spent.set(token, grant);
    const { staff_id, ...stamp } = stampOf(m, user, settings);
    m.put('approval', {
      id: this.#deps.ids.next(),
      action,
      approver_id: grant.approverId,
      staff_id,
      document_type: document.type,
      document_id: document.id,
      detail: JSON.stringify({ subject, value, ...limit }),
      ...stamp,
      shift_id: openShiftId(this.#deps.store, m.terminalId),
    });
    return grant.approverId;
  }

  /** @throws AppError `approval_invalid` when a token was brought that is not for this */
  #find(user: SignedIn, { action, subject, value, tokens }: Demand): [string, Grant] | null {
    let reason: 'unknown' | 'expired' | 'other' | null = null;
    for (const token of tokens) {
      if (token === undefined || this.#spent.has(token)) continue;
      const grant = this.#grants.get(token);
      if (!grant) reason = 'unknown';
      else if (grant.until <= this.#deps.clock.now()) reason = 'expired';
      else if (
        grant.action === action &&
        grant.subject === subject &&
        grant.value === value &&
        grant.staffId === user.staffId &&
        this.#mayStill(grant)
      ) {
        return [token, grant];
      } else reason = 'other';
    }
    if (reason === null) return null;
    throw new AppError('approval_invalid', 'This approval is not good for that', { action, subject, value, reason });
  }

  /** The approver may have lost the role, or the job, in these two minutes. */
  #mayStill(grant: Grant): boolean {
    const { role, active, deleted_at } = readStaff(this.#deps.store, grant.approverId);
    return active === 1 && deleted_at === null && isWithinRights(this.#deps.settings(), role, grant);
  }
}
