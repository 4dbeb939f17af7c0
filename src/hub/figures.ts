import type { ByeCode } from '@shared/sync';

/** Why the hub cannot write. */
export interface Trouble {
  /** The disk's or the file's error: `SQLITE_FULL`, `HUB_FILE_GONE`; `bug` for anything that has none. */
  readonly code: string;
  /** ms. */
  readonly since: number;
}

/** What a hub is doing and has done since it started. */
export interface HubFigures {
  readonly sessions: number;
  /** Sessions that are sent the log. */
  readonly live: number;
  /** Sessions that have not said who they are. */
  readonly strangers: number;
  /** Sessions whose line takes no more at the moment. */
  readonly paused: number;
  /** Bytes that were sent and not taken by the terminals. */
  readonly bufferedBytes: number;
  /** Messages that wait for their round. */
  readonly waiting: number;
  /** Snapshots being read. */
  readonly copies: number;
  /** Mutations answered. */
  readonly pushed: number;
  readonly frames: number;
  /** Entries sent in frames, counted for each terminal. */
  readonly deliveries: number;
  readonly refusedMessages: number;
  readonly failedRounds: number;
  /** Lines that the hub ended, by reason. */
  readonly byes: Partial<Record<ByeCode, number>>;
  /** Null while writing works. */
  readonly trouble: Trouble | null;
}

const counters: readonly (keyof HubFigures)[] = ['pushed', 'frames', 'deliveries', 'refusedMessages', 'failedRounds'];

/** The figures as Prometheus reads them. Counters begin again with the process. */
export function metricsText(figures: HubFigures, residentBytes: number): string {
  const { byes, trouble, ...numbers } = figures;
  const lines: string[] = [];
  const add = (name: string, type: 'counter' | 'gauge', samples: readonly (readonly [labels: string, number])[]) => {
    lines.push(`# TYPE galla_hub_${name} ${type}`);
    for (const [labels, value] of samples) lines.push(`galla_hub_${name}${labels} ${value}`);
  };
  for (const [name, value] of Object.entries(numbers)) {
    add(name, counters.some((counter) => counter === name) ? 'counter' : 'gauge', [['', value]]);
  }
  const reasons = Object.entries(byes).map(([code, count]) => [`{code="${code}"}`, count] as const);
  if (reasons.length > 0) add('byes', 'counter', reasons);
  add('canWrite', 'gauge', [['', trouble === null ? 1 : 0]]);
  add('residentBytes', 'gauge', [['', residentBytes]]);
  return `${lines.join('\n')}\n`;
}
