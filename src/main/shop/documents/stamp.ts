import { dayOf } from '@shared/clock';
import type { SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import type { Mutation } from '../../store';

/** Who, where, when: the same on every row of one sale or return. */
export type Stamp = Pick<Row<'bill'>, 'at' | 'day' | 'staff_id' | 'terminal_id'>;

export function stampOf(
  m: Mutation,
  user: SignedIn,
  { time_zone }: Pick<Row<'business_settings'>, 'time_zone'>,
): Stamp {
  return { at: m.at, day: dayOf(m.at, time_zone), staff_id: user.staffId, terminal_id: m.terminalId };
}
