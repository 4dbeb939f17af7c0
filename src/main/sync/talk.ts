import type { UpstreamOf } from '@shared/sync';
import type { SyncPhase, SyncPorts } from './ports';
import type { Timers } from './timers';

type Bare<M> = M extends unknown ? Omit<M, 'session' | 'fence'> : never;
/** What is asked within a session; the engine adds whose session it is. */
export type Question = Bare<UpstreamOf<'pull' | 'push' | 'copy'>>;

/** What the parts of an engine share: the line as it is now, and the way to give it up. */
export interface Talk {
  readonly ports: SyncPorts;
  readonly timers: Timers;
  readonly phase: SyncPhase;
  /** Monotonic time, ms. */
  readonly now: number;
  ask(question: Question): void;
  enter(phase: SyncPhase): void;
  /** Gives the line up; another is tried later. */
  lost(reason: string): void;
  /** Something came through that brings this terminal further. */
  progressed(): void;
  /** The status may have changed. */
  tell(): void;
}
