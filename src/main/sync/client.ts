import { createHash } from 'node:crypto';
import type { Log } from '@shared/log';
import { limits, times } from '@shared/sync';
import { WebSocket } from 'ws';
import type { Store } from '../store';
import { SyncEngine } from './engine';
import type { Line, SyncStatus } from './ports';

export interface SyncClientOptions {
  readonly store: Store;
  /** `ws://` or `wss://` address of the hub. */
  readonly url: string;
  /** Version of the registry. */
  readonly schema: number;
  readonly log: Log;
  readonly onStatus?: () => void;
  readonly onFork?: (renumbered: ReadonlyMap<string, string>) => void;
}

/** The line to the hub of an open shop file. */
export interface SyncClient {
  readonly status: SyncStatus;
  /** The machine woke up, the network changed, or somebody pressed "sync now". */
  nudge(): void;
  stop(): void;
}

/** Connects the engine with a WebSocket, the process's timers and the store's changes. */
export function startSync({ store, url, schema, log, onStatus, onFork }: SyncClientOptions): SyncClient {
  let timer: NodeJS.Timeout | undefined;
  let isPushDue = false;
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
      connect: () => open(url, run),
      onStatus: onStatus ?? (() => {}),
      onFork: onFork ?? (() => {}),
    },
    now(),
  );

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
      run((e, at) => e.changed(at));
    });
  });
  run((e, at) => e.start(at));

  return {
    get status() {
      return engine.status;
    },
    nudge: () => run((e, at) => e.nudge(at)),
    stop: () => {
      unsubscribe();
      engine.stop();
      clearTimeout(timer);
    },
  };
}

function open(url: string, run: (work: (engine: SyncEngine, now: number) => void) => void): Line {
  const socket = new WebSocket(url, { maxPayload: limits.messageText * 3, perMessageDeflate: false });
  const line: Line = {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    terminate: () => socket.terminate(),
  };
  socket.on('open', () => run((engine, now) => engine.connected(line, now)));
  socket.on('message', (data) => run((engine, now) => engine.receive(line, String(data), now)));
  socket.on('close', () => run((engine, now) => engine.disconnected(line, now)));
  // 'close' follows; a hub that is not there is no event worth more than the status.
  socket.on('error', () => {});
  return line;
}
