import { dayOf } from '@shared/clock';
import type { ClockState, HandlerInput } from '@shared/contract';
import type { Row } from '@shared/entities';
import { actorOf } from '../actor';
import type { CallContext } from '../call';
import type { ShopDeps } from '../deps';
import { createLockout, noSuchPerson, readStaff, verifyPin } from '../staff';
import { badValue } from '../text';
import { clockStateJob } from './state';

type Who = NonNullable<HandlerInput<'attendance.clock'>['who']>;

/** Whether a person is at work. */
export function clockState(deps: ShopDeps, staffId: string): Promise<ClockState> {
  const now = deps.clock.now();
  return deps.store.readers.run(clockStateJob, { staffId, now, today: dayOf(now, deps.settings().time_zone) });
}

/**
 * Who somebody is, by their PIN, without their signing in. Wrong ones count in the one lockout that the lock screen has.
 *
 * @throws AppError `wrong_pin`, `locked_out`, `not_found`
 */
export async function identify(deps: ShopDeps, { staffId, pin }: Who): Promise<string> {
  const person = readStaff(deps.store, staffId);
  if (person.deleted_at !== null || person.active === 0) throw noSuchPerson(staffId);
  const lockout = createLockout(deps);
  lockout.begin(staffId);
  if (!(await verifyPin(pin, person.pin_hash))) lockout.fail(staffId);
  lockout.succeed(staffId);
  return staffId;
}

/**
 * Puts down that somebody came or went, now: a fact, wherever they were before as far as this till knows. Asking again with
 * the same id is the same entry.
 *
 * @throws AppError `not_signed_in`, those of {@link identify}; `bad_value` for an id under which something else stands
 */
export async function clock(deps: ShopDeps, input: HandlerInput<'attendance.clock'>, context: CallContext) {
  const { store } = deps;
  const { entryId: id, kind, who } = input;
  const personId = who ? await identify(deps, who) : actorOf(context).staffId;
  const earlier = store
    .sql<[string], Pick<Row<'attendance'>, 'person_id' | 'kind' | 'time'>>(
      'SELECT person_id, kind, time FROM attendance WHERE id = ?',
    )
    .get(id);
  if (earlier && (earlier.person_id !== personId || earlier.kind !== kind)) {
    throw badValue('entryId', 'Something else was put down under this id');
  }
  const at =
    earlier?.time ??
    store.mutate({ name: `attendance.${kind}`, kind: 'fact', actor: personId }, (m) => {
      const day = dayOf(m.at, deps.settings().time_zone);
      const by = { staff_id: personId, terminal_id: m.terminalId };
      m.put('attendance', { id, person_id: personId, kind, time: m.at, day, reason: null, at: m.at, ...by });
      return m.at;
    }).value;
  return { ...(await clockState(deps, personId)), kind, at };
}
