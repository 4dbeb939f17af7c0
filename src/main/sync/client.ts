import { createHash } from 'node:crypto';
import type { Log } from '@shared/log';
import { times } from '@shared/sync';
import type { Store } from '../store';
import { SyncEngine } from './engine';
import { Inbox } from './inbox';
import type { Line, SyncStatus } from './ports';

/** What is heard on a line while it is open; `opened` may come at once or never. */
export interface LineListener {
  opened(): void;
  message(text: string): void;
  closed(): void;
}

/** A line that can be held back: what comes meanwhile fills up at the other end and not here. */
export interface HeldLine extends Line {
  pause?(isPaused: boolean): void;
}

/** Opens a line to the hub. It may fail at any time: then `closed` is called, once. */
export type OpenLine = (listener: LineListener) => HeldLine;

export interface SyncClientOptions {
  readonly store: Store;
  readonly open: OpenLine;
  /** Version of the registry. */
  readonly schema: number;
  readonly log: Log;
  /** The status may have changed; called often, so look at it later. */
  readonly onStatus?: () => void;
  readonly onFork?: (renumbered: ReadonlyMap<string, string>) => void;
  /** A message of the protocol, by its `t`. */
  readonly onMessage?: (direction: 'sent' | 'received', type: string, text: string) => void;
}

/** The line to the hub of an open shop file. */
export interface SyncClient {
  readonly status: SyncStatus;
  /** The machine woke up, the network changed, or somebody pressed "sync now". */
  nudge(): void;
  stop(): void;
}

/** Connects the engine with its line, the process's timers and the store's changes. */
export function startSync(options: SyncClientOptions): SyncClient {
  const { store, open, schema, log, onStatus, onFork, onMessage } = options;
  let timer: NodeJS.Timeout | undefined;
  let isPushDue = false;
  let isStopped = false;
  const now = () => performance.now();
  const engine = new SyncEngine(
    {
      replica: store.replica,
      terminalId: () => store.terminalId,
      clock: store.clock,
      ids: store.ids,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      random: Math.random,
      times,
      log,
      schema,
      connect,
      onStatus: onStatus ?? (() => {}),
      onFork: onFork ?? (() => {}),
    },
    now(),
  );

  function connect(): Line {
    const inner = open({
      opened: () => run((e, at) => e.connected(line, at)),
      message: (text) => inbox.add(text),
      closed() {
        inbox.clear();
        run((e, at) => e.disconnected(line, at));
      },
    });
    const inbox = new Inbox({
      handle(text) {
        onMessage?.('received', typeOf(text), text);
        run((e, at) => e.receive(line, text, at));
      },
      pause: (isPaused) => inner.pause?.(isPaused),
    });
    const line: Line = {
      send(text) {
        onMessage?.('sent', typeOf(text), text);
        inner.send(text);
      },
      terminate() {
        inbox.clear();
        inner.terminate();
      },
    };
    return line;
  }

  /** Every call into the engine may change what it waits for. */
  function run(work: (engine: SyncEngine, now: number) => void): void {
    work(engine, now());
    clearTimeout(timer);
    const next = engine.nextWake();
    if (next !== null) timer = setTimeout(() => run((e, at) => e.wake(at)), Math.max(0, next - now()));
  }

  // The sale is done and shown first; what it left in the outbox goes out in the same turn of the event loop's end.
  const unsubscribe = store.changes.subscribe(() => {
    if (isPushDue) return;
    isPushDue = true;
    setImmediate(() => {
      isPushDue = false;
      // The store may be closed by now.
      if (!isStopped) run((e, at) => e.changed(at));
    });
  });
  run((e, at) => e.start(at));

  return {
    get status() {
      return engine.status;
    },
    nudge: () => run((e, at) => e.nudge(at)),
    stop: () => {
      isStopped = true;
      unsubscribe();
      engine.stop();
      clearTimeout(timer);
    },
  };
}

/** Either side writes `t` first; anything else is somebody else's. */
function typeOf(text: string): string {
  return /^\{"t":"([a-z]{1,20})"/.exec(text)?.[1] ?? 'other';
}
