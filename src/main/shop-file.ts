import type { Clock } from '@shared/clock';
import type { DatabaseTrouble } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import { type Committed, type OpenShop, ShopHost, type TrainingDoor } from './ipc';
import type { TillNetwork } from './network';
import { assembleShop, type Session, type Shop, type ShopPorts } from './shop';
import {
  asDatabaseProblem,
  DatabaseProblem,
  listBackups,
  type Migration,
  openStore,
  putAway,
  restoreBackup,
  type StartReaderThread,
  type Store,
  startHousekeeping,
} from './store';
import { TrainingRoom } from './training-room';

export interface ShopFileOptions extends ShopPorts {
  readonly file: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly session: Session;
  readonly migrations: readonly Migration[];
  readonly startReaderThread?: StartReaderThread;
  /** Connects an open file with the other tills. */
  readonly network: Pick<TillNetwork, 'open'>;
  /** What is done behind the person's back waits until they have had the start to themselves. */
  readonly backgroundAfterMs: number;
  /** What has committed. */
  readonly onChange: (change: Committed) => void;
  /** A file is open now, another one than before perhaps. */
  readonly onOpen: (shop: Shop) => void;
  /** Every screen has to ask again which one it should be. */
  readonly onStateChange: () => void;
  /** Another shop is open than the one on the screen: the window is to be loaded anew. */
  readonly onOtherShop: () => void;
}

/** The shop file of this terminal: opened, reopened, restored, and given up when it turns out to be damaged. */
export interface ShopFile {
  readonly host: ShopHost;
  readonly training: TrainingDoor;
  /** Null while none is open. */
  readonly shop: () => Shop | null;
  /** Turns what a call threw into the refusal it means. Damage seen by a call closes the file. */
  readonly asRefusal: (error: unknown) => unknown;
}

export function createShopFile(options: ShopFileOptions): ShopFile {
  const { file, clock, log } = options;
  let open: { readonly shop: ConnectedShop; readonly store: Store } | null = null;

  const host: ShopHost = new ShopHost({
    version: options.version,
    session: options.session,
    log,
    open() {
      const opened = openShop({ ...options, file: room.file() }, () => host.leave(), onDamage);
      const close = async () => {
        open = null;
        await opened.shop.close();
      };
      open = opened;
      room.opened();
      options.onOpen(opened.shop);
      return { ...opened.shop, close };
    },
    backups: () => offeredBackups(file),
    restore(chosen) {
      const backup = listBackups(file).find((one) => one.file === chosen);
      if (!backup) throw new AppError('not_found', 'This backup is gone');
      const { damagedFile, missing } = restoreBackup(file, clock, backup);
      log.info({ damagedFile, missing }, 'a backup took the place of the shop file');
    },
    putAway() {
      const folder = putAway(file, clock);
      log.info({ folder }, 'the shop was left: its file is put away');
      return folder;
    },
    onStateChange: options.onStateChange,
  });

  const room = new TrainingRoom({ ...options, host, open: () => open });
  const onDamage = (damage: DatabaseProblem) => {
    if (room.isIn) room.leaveAfterDamage(damage);
    else host.fail(damage);
  };

  return {
    host,
    training: room,
    shop: () => open?.shop ?? null,
    asRefusal(error) {
      const refusal = asDatabaseProblem(error, room.file());
      if (refusal instanceof DatabaseProblem && refusal.code === 'database_corrupt') onDamage(refusal);
      return refusal;
    },
  };
}

/** A shop, and its calls beyond the file. */
type ConnectedShop = Omit<Shop, 'handlers'> & OpenShop;

function openShop(
  options: ShopFileOptions,
  leave: () => Promise<string>,
  onDamage: (damage: DatabaseProblem) => void,
): { readonly shop: ConnectedShop; readonly store: Store } {
  const { file, clock, ids, log, migrations, network, startReaderThread } = options;
  const store = openStore({
    file,
    clock,
    ids,
    migrations,
    ...(startReaderThread && { startReaderThread }),
    onListenerError: (error) => log.error({ error }, 'a listener of changes failed'),
  });
  const shop = assembleOn(store, options);
  store.changes.subscribe(options.onChange);
  const stopKeepingSession = keepSession(store, shop, options);
  // What will be thrown away needs no backups.
  const stopBackground = shop.isTraining ? () => {} : startBackground(store, shop, options, onDamage);
  const connected = network.open(store, leave);
  const close = async () => {
    stopBackground();
    stopKeepingSession();
    connected.close();
    await shop.close();
  };
  return { store, shop: { ...shop, handlers: { ...shop.handlers, ...connected.handlers }, close } };
}

/** Damage may show in the very first rows that are read: then the file must be free again for a backup. */
function assembleOn(store: Store, options: ShopFileOptions): Shop {
  try {
    const shop = assembleShop(store, options);
    shop.resumeSession(options.session);
    return shop;
  } catch (error) {
    void store.close();
    throw asDatabaseProblem(error, store.file);
  }
}

const keepSessionEveryMs = 60_000;

/** Only what somebody does at the till is a sign of life: a till that merely stands there will ask for a PIN. */
function keepSession(store: Store, shop: Shop, { session, log }: ShopFileOptions): () => void {
  let alive = false;
  const keep = () => {
    try {
      if (alive) shop.keepSession(session);
    } catch (error) {
      // A full or failing disk: at worst somebody types a PIN. Whoever sells will hear of it.
      log.warn({ error }, 'who is at the till could not be kept');
    }
    alive = false;
  };
  const unsubscribe = store.changes.subscribe(() => {
    alive = true;
  });
  const timer = setInterval(keep, keepSessionEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    unsubscribe();
    keep();
  };
}

/** Backups, checks, and what the last run left half written on purpose. */
function startBackground(
  store: Store,
  shop: Shop,
  { backgroundAfterMs, log }: ShopFileOptions,
  onDamage: (damage: DatabaseProblem) => void,
): () => void {
  let stop = () => clearTimeout(timer);
  const timer = setTimeout(() => {
    shop.resume().catch((error: unknown) => log.error({ error }, 'an import could not be written to its end'));
    const housekeeping = startHousekeeping(store, {
      onProblem(problem) {
        log.error({ code: problem.code, params: problem.params }, 'housekeeping met a problem');
        if (problem.code === 'database_corrupt') onDamage(problem);
      },
      onDone: (what, detail) => log.info({ ...detail, what }, 'housekeeping done'),
      onError: (error) => log.error({ error }, 'housekeeping failed'),
    });
    stop = () => housekeeping.stop();
  }, backgroundAfterMs);
  timer.unref();
  return () => stop();
}

function offeredBackups(file: string): DatabaseTrouble['backups'] {
  return listBackups(file)
    .filter((backup) => backup.readable)
    .map(({ file: path, shopName, at, bytes }) => ({ file: path, shop: shopName ?? '', at, bytes }));
}
