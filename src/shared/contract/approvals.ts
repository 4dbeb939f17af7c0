import { z } from 'zod';
import { approvalActions } from '../approvals';
import type { Role } from '../roles';
import { command, query } from './call';
import { id, limits, pin } from './inputs';

export interface Approver {
  id: string;
  name: string;
  role: Role;
}

const action = z.enum(approvalActions);
const value = z.number().int().min(0).max(limits.money);

/**
 * A call refused with `approval_required` carries `action`, `subject` and `value` (and `limit` where there is one). Given
 * back here with the PIN of somebody who may, they become a token for exactly that, good once and for two minutes.
 */
export const approvalCalls = {
  'staff.approvers': query<Approver[]>()({ permission: 'sell', input: () => z.strictObject({ action, value }) }),
  'staff.approve': command<{ approval: string }>()({
    permission: 'sell',
    input: () => z.strictObject({ staffId: id, pin, action, subject: z.string().min(1).max(100), value }),
  }),
} as const;

export type { ApprovalAction, ApprovalNeed } from '../approvals';
