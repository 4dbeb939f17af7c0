import { type Day, dayOf, isDay } from '@shared/clock';
import type { HandlerInput, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { ShopDeps } from '../deps';
import { atAfter } from '../latest';
import { readStaff } from '../staff';
import { badValue, cleanName } from '../text';
import { instantOf } from './wall-time';

/**
 * An entry that was forgotten, with its reason. A request, as a correction is.
 *
 * @throws AppError `not_found`, `bad_value` with `field`: a day that is none, a time to come, an id that was used
 */
export function addEntry(deps: ShopDeps, user: SignedIn, input: HandlerInput<'attendance.add'>): null {
  const { store } = deps;
  const { entryId: id, staffId: personId, kind } = input;
  const { time, day } = timeOf(deps, input);
  const earlier = store
    .sql<[string], Pick<Row<'attendance'>, 'person_id' | 'kind' | 'time'>>(
      'SELECT person_id, kind, time FROM attendance WHERE id = ?',
    )
    .get(id);
  if (earlier) {
    if (earlier.person_id === personId && earlier.kind === kind && earlier.time === time) return null;
    throw badValue('entryId', 'Something else was put down under this id');
  }
  readStaff(store, personId);
  store.mutate({ name: 'attendance.add', kind: 'request', actor: user.staffId }, (m) => {
    const who = { at: m.at, staff_id: user.staffId, terminal_id: m.terminalId };
    m.put('attendance', { id, person_id: personId, kind, time, day, reason: cleanName(input.reason), ...who });
  });
  return null;
}

/**
 * What an entry should have said. It stays as it was written; the latest correction holds. A request: the hub looks at
 * whether whoever asks may.
 *
 * @throws AppError `not_found`, `bad_value` with `field`
 */
export function correctEntry(deps: ShopDeps, user: SignedIn, input: HandlerInput<'attendance.correct'>): null {
  const { store } = deps;
  const { correctionId: id, entryId, to } = input;
  if (!store.sql<[string]>('SELECT 1 FROM attendance WHERE id = ?').get(entryId)) {
    throw new AppError('not_found', `No entry ${entryId}`, { entity: 'attendance', id: entryId });
  }
  const held = to ? timeOf(deps, to) : { time: null, day: null };
  const earlier = store
    .sql<[string], Pick<Row<'attendance_correction'>, 'entry_id' | 'time'>>(
      'SELECT entry_id, time FROM attendance_correction WHERE id = ?',
    )
    .get(id);
  if (earlier) {
    if (earlier.entry_id === entryId && earlier.time === held.time) return null;
    throw badValue('correctionId', 'Something else was put down under this id');
  }
  store.mutate({ name: 'attendance.correct', kind: 'request', actor: user.staffId }, (m) => {
    const latest = store
      .sql<[string], { at: number | null }>('SELECT max(at) AS at FROM attendance_correction WHERE entry_id = ?')
      .get(entryId);
    const who = { at: atAfter(m.at, latest?.at ?? null), staff_id: user.staffId, terminal_id: m.terminalId };
    m.put('attendance_correction', { id, entry_id: entryId, ...held, reason: cleanName(input.reason), ...who });
  });
  return null;
}

/** A time of the shop's clock as an instant, and the day on which it is. */
function timeOf(deps: ShopDeps, { day, clock }: { day: string; clock: number }): { time: number; day: Day } {
  if (!isDay(day)) throw badValue('day', `No such day: ${day}`, { reason: 'day' });
  const zone = deps.settings().time_zone;
  const time = instantOf(day, clock, zone);
  if (time > deps.clock.now()) throw badValue('clock', 'That is still to come', { reason: 'future' });
  return { time, day: dayOf(time, zone) };
}
