/** The till behind the window: the shop file, who answers the page's calls, and what the page is told of changes. */
import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '@shared/clock';
import type { AppWindow, PushEvent } from '@shared/contract';
import { createIds } from '@shared/ids';
import type { Log } from '@shared/log';
import { bundledMigrations, startReaderThread } from './bundled';
import {
  bindContract,
  type CallDoor,
  type CustomerScreen,
  createChangePusher,
  createDisplayPusher,
  createSystemHandlers,
  type DesktopPorts,
  type Sender,
  watchedSession,
} from './ipc';
import { createDiscovery, createNetwork, type NetworkPorts } from './network';
import type { Shop, ShopPorts } from './shop';
import { createShopFile } from './shop-file';

export interface TillOptions
  extends Omit<ShopPorts, 'display'>,
    Omit<DesktopPorts, 'display'>,
    Pick<NetworkPorts, 'startHub' | 'vault'> {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly windowOf: (sender: Sender) => AppWindow | null;
  readonly send: (event: PushEvent) => void;
  readonly display: CustomerWindow;
  /** Something of this topic has committed; all of them may have, when a file has just been opened. */
  readonly onChange: (topic: string | null) => void;
  /** Another shop is open than the one on the screen: the window is to be loaded anew. */
  readonly onOtherShop: () => void;
}

/** The customer's screen and its window. */
export interface CustomerWindow extends CustomerScreen {
  readonly isOpen: () => boolean;
  readonly send: (event: PushEvent) => void;
}

export interface Till {
  readonly answer: CallDoor;
  /** Null while no shop file is open. */
  readonly shop: () => Shop | null;
  /** What the desktop wants to know of the shop; null when no file is open, or when it turns out to be damaged. */
  readonly ask: <T>(question: (shop: Shop) => T) => T | null;
  /** The machine woke up, or its network changed. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

export function startTill(options: TillOptions): Till {
  const { clock, log, send, onChange, windowOf, saveDiagnostics, openExternal, display, notices } = options;
  const ids = createIds(clock.now, (bytes) => void randomFillSync(bytes));
  const later = (go: () => void, ms: number) => void setTimeout(go, ms);
  // With what has changed goes what has happened to orders.
  const tell = (event: PushEvent) => {
    send(event);
    if (event.type === 'changes') for (const each of ask((open) => open.orderEvents(event.changes)) ?? []) send(each);
  };
  const pushChange = createChangePusher({ send: tell, later });
  const pushDisplay = createDisplayPusher({ isOpen: display.isOpen, send: display.send, later });
  const session = watchedSession(() => pushDisplay());

  let networkChanges = 0;
  const network = createNetwork({
    folder: options.folder,
    version: options.version,
    clock,
    ids,
    log,
    vault: options.vault,
    discovery: createDiscovery(log),
    startHub: options.startHub,
    announced: true,
    emit: send,
    onChange() {
      networkChanges += 1;
      pushChange({ topic: 'network', seq: networkChanges });
    },
    onJoined: () => pushChange({ topic: 'system', seq: 0 }),
  });
  const { host, training, shop, asRefusal } = createShopFile({
    file: join(options.folder, 'galla.db'),
    version: options.version,
    locale: options.locale,
    clock,
    ids,
    log,
    session,
    migrations: bundledMigrations,
    startReaderThread,
    backgroundAfterMs: 10_000,
    network,
    chooseImportFile: options.chooseImportFile,
    onImportProgress: options.onImportProgress,
    onBulkProgress: options.onBulkProgress,
    printing: options.printing,
    display: { message: () => display.now().message, changed: () => pushDisplay() },
    chooseReportFile: options.chooseReportFile,
    onStateChange: () => pushChange({ topic: 'system', seq: 0 }),
    onOpen() {
      pushDisplay();
      onChange(null);
    },
    onOtherShop: options.onOtherShop,
    onChange(change) {
      pushChange(change);
      pushDisplay(change.topic);
      onChange(change.topic);
    },
  });
  const customerScreen: CustomerScreen = {
    now: display.now,
    async set(wanted) {
      const chosen = await display.set(wanted);
      pushDisplay();
      return chosen;
    },
  };
  const system = createSystemHandlers({
    host,
    training,
    log,
    ids,
    saveDiagnostics,
    openExternal,
    display: customerScreen,
    notices,
  });
  const elapsed = () => performance.now();
  const answer = bindContract({ system, host, session, windowOf, asRefusal, log, ids, elapsed });

  const ask = <T>(question: (shop: Shop) => T): T | null => {
    const open = shop();
    try {
      return open && question(open);
    } catch (error) {
      log.error({ error }, 'the desktop could not be answered');
      asRefusal(error);
      return null;
    }
  };

  host.start();
  const close = async () => {
    await host.close();
    await network.close();
  };
  return { answer, shop, ask, wake: () => network.nudge(), close };
}

export { callingWindow } from './ipc';
