import { type CallInput, type CallName, type CallOutput, contract } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Role } from '@shared/roles';
import { ApprovalDesk } from '../../src/main/shop/approvals';
import { attendanceHandlers } from '../../src/main/shop/attendance';
import type { Handler, Handlers } from '../../src/main/shop/call';
import { createShopDeps } from '../../src/main/shop/deps';
import { payHandlers } from '../../src/main/shop/pay';
import { shiftHandlers } from '../../src/main/shop/shift';
import type { Store } from '../../src/main/store';
import { personOf } from './day';

type StaffCall = Extract<CallName, `attendance.${string}` | `pay.${string}` | `shift.${string}`> | 'drawer.open';

/** The calls about attendance and pay at one till, through the contract's schemas. */
export function openAttendance(store: Store) {
  const deps = createShopDeps(store);
  const handlers: Handlers<StaffCall> = {
    ...attendanceHandlers(deps),
    ...payHandlers(deps),
    ...shiftHandlers(deps, new ApprovalDesk(deps)),
  };
  return {
    deps,
    async call<N extends StaffCall>(name: N, input: CallInput<N>, role: Role = 'owner'): Promise<CallOutput<N>> {
      // proof: the handler of `name`, and what its own schema made of the input
      const handler = handlers[name] as Handler<N>;
      const parsed = contract[name].input.parse(input) as Parameters<Handler<N>>[0];
      return handler(parsed, { session: { user: { staffId: personOf(role), name: role, role } } });
    },
  };
}

/** The code with which a call is refused, sooner or later. */
export async function codeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
}
