import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@shared/clock';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import { registrySchema } from '@shared/sync';
import { announce, Devices, doErrands, loadCertificate, PairingDesk, serveDoor } from './door';
import { type Durability, keepDurable } from './durability';
import { Hub } from './hub';
import { socketLoop } from './loop';
import { openSqliteHub } from './store';

export interface RunOptions {
  /** Folder of its data; made when missing. */
  readonly folder: string;
  /** 0 for any; when it is taken, another one. */
  readonly port: number;
  /** All addresses of the machine without. */
  readonly host?: string;
  /** Public keys of those who may let tills in. */
  readonly operators: readonly string[];
  /** Whether to say on the local network that it is here. */
  readonly announced: boolean;
  readonly version: string;
  /** What makes an acknowledged mutation safe from the loss of this hub's file; daily backups beside it without. */
  readonly durability?: Durability;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The hub's file is gone from under it: nothing more can be acknowledged. */
  readonly onLost?: () => void;
}

export interface RunningHub {
  readonly port: number;
  readonly fingerprint: string;
  /** Says goodbye to everyone and closes the files. */
  close(): Promise<void>;
}

/** A whole hub: its files, its certificate, its door. The same in a till and by itself. */
export async function runHub(options: RunOptions): Promise<RunningHub> {
  const { folder, port, host, version, clock, ids, log, onLost } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const certificate = await loadCertificate(folder);
  const { fingerprint } = certificate;
  const store = openSqliteHub({ file: join(folder, 'hub.db'), newEpoch: () => ids.next() });
  const devices = new Devices(join(folder, 'devices.db'));
  const hub = new Hub({
    store,
    clock,
    ids,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    log,
    schema: registrySchema,
    loop: socketLoop,
    // A new till gets the shop in one piece: half a shop is none.
    copyAbove: 0,
  });
  const operators = new Set(options.operators);
  const desk = new PairingDesk({ hub, store, devices, fingerprint, clock, onChange: () => door.lines.tellChange() });
  const door = await serveDoor({
    hub,
    devices,
    desk,
    operators,
    certificate,
    clock,
    log,
    version,
    port,
    ...(host !== undefined && { host }),
  });
  const [settings] = await store.all('business_settings');
  const shop = typeof settings?.row.name === 'string' ? settings.row.name : '';
  const silence = options.announced ? announce({ shop, port: door.port, fingerprint }, log) : async () => {};
  const stopErrands = doErrands({
    hub,
    devices,
    desk,
    operators,
    isOnline: (terminal) => door.lines.isOnline(terminal),
    onChange: () => door.lines.tellChange(),
  });
  const durability = options.durability ?? { kind: 'backups', folder: join(folder, 'backups') };
  const stopKeeping = keepDurable(hub, store, durability, { clock, log });
  // What is written to a file that nobody finds again must not be acknowledged; the next start takes what lies there.
  const watching = setInterval(() => hub.figures.trouble?.code === 'HUB_FILE_GONE' && onLost?.(), 1000);
  log.info({ port: door.port, fingerprint }, 'The hub listens');
  return {
    port: door.port,
    fingerprint,
    async close() {
      clearInterval(watching);
      stopErrands();
      await silence();
      await stopKeeping();
      await door.close();
      await store.close();
      devices.close();
      log.info({}, 'The hub has stopped');
    },
  };
}
