import type { Day } from '@shared/clock';
import type { ClockKind } from '@shared/entities';

/** Ms. What began longer ago was forgotten, and is not ended by whatever comes later. */
export const longestSpell = 16 * 3_600_000;

/** Ms. Nobody stays for longer but by forgetting: a coming after it begins anew, and a going after it is asked back. */
export const usualSpell = 12 * 3_600_000;

/** Somebody came or went, as it is to be read: at its corrected time. */
export interface ClockEvent {
  readonly id: string;
  readonly kind: ClockKind;
  readonly time: number;
  /** The shop's day of `time`. */
  readonly day: Day;
}

/** Time at work. It belongs to the day on which it began. */
export interface Spell {
  readonly from: ClockEvent;
  /** Null: still there, or never clocked out. */
  readonly to: ClockEvent | null;
}

/**
 * What an event does. `doubled`: came, and was there already, as when two tills that could not see each other both took it.
 * `unpaired`: went, and had not come, or too long ago.
 */
export type EventUse = 'begins' | 'ends' | 'doubled' | 'unpaired';

export interface Spells {
  readonly spells: readonly Spell[];
  readonly uses: ReadonlyMap<string, EventUse>;
}

/** `(time, id)`: the same order at every till, whatever came first here. */
export const inOrder = (a: ClockEvent, b: ClockEvent): number => a.time - b.time || (a.id < b.id ? -1 : 1);

/**
 * Pairs one person's events, in whatever order they are given. Nothing is guessed: a spell ends with the first going after
 * its coming, if that was within {@link longestSpell}; a second coming within {@link usualSpell} changes nothing, a later one begins
 * anew and leaves the earlier spell open.
 */
export function spellsOf(events: readonly ClockEvent[]): Spells {
  const spells: Spell[] = [];
  const uses = new Map<string, EventUse>();
  let open: ClockEvent | null = null;
  for (const event of events.toSorted(inOrder)) {
    const since: number = open === null ? Number.POSITIVE_INFINITY : event.time - open.time;
    if (event.kind === 'in') {
      if (since <= usualSpell) {
        uses.set(event.id, 'doubled');
        continue;
      }
      if (open) spells.push({ from: open, to: null });
      open = event;
      uses.set(event.id, 'begins');
    } else {
      const isWithin = since <= longestSpell;
      if (open) spells.push({ from: open, to: isWithin ? event : null });
      uses.set(event.id, isWithin ? 'ends' : 'unpaired');
      open = null;
    }
  }
  if (open) spells.push({ from: open, to: null });
  return { spells, uses };
}

/** Whether a spell has begun; another till's clock may be somewhat ahead. What one of a clock that was years ahead wrote has not. */
export const hasBegun = ({ from }: Spell, now: number): boolean => from.time - now <= longestSpell;

/** Whether somebody whose spell has no end is still there, as far as anybody can know. */
export const isStillThere = (spell: Spell, now: number): boolean =>
  spell.to === null && now - spell.from.time <= longestSpell && hasBegun(spell, now);
