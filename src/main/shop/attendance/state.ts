import type { Day } from '@shared/clock';
import type { ClockState } from '@shared/contract';
import { type Reads, readerJob } from '../../store';
import { idle, minutesOf, workByDay } from './days';
import { eventsOf, readEntries } from './read';
import { hasBegun, isStillThere, spellsOf, usualSpell } from './spells';

interface Asked {
  readonly staffId: string;
  readonly now: number;
  readonly today: Day;
}

/** Whether somebody is at work, by what this till has heard. */
function stateOf(reads: Reads, { staffId, now, today }: Asked): ClockState {
  const person = reads.sql<[string], { name: string }>('SELECT name FROM staff WHERE id = ?').get(staffId);
  const { spells } = spellsOf(eventsOf(readEntries(reads, staffId).get(staffId) ?? []));
  const last = spells.findLast((spell) => hasBegun(spell, now));
  const unended = last?.to === null ? last : undefined;
  const isThere = unended !== undefined && isStillThere(unended, now);
  return {
    staffId,
    name: person?.name ?? '',
    since: isThere ? unended.from.time : null,
    long: isThere && now - unended.from.time > usualSpell,
    forgotten: unended && !isThere ? unended.from.time : null,
    minutes: minutesOf(workByDay(spells, now).get(today) ?? idle),
  };
}

export const clockStateJob = readerJob('attendance.state', (reader, asked: Asked) => stateOf(reader, asked));
