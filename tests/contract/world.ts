import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@shared/clock';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  type CustomerDisplay,
  contract,
  type NoticeChoice,
} from '@shared/contract';
import type { CallError, Envelope } from '@shared/errors';
import type { Log, LogFields } from '@shared/log';
import type { Role } from '@shared/roles';
import Database from 'better-sqlite3';
import { bindContract, callingWindow, createSystemHandlers, type Sender } from '../../src/main/ipc';
import { createNetwork, type NetworkPorts } from '../../src/main/network';
import { checkedExternalLink } from '../../src/main/shell/external-links';
import type { Session } from '../../src/main/shop';
import { createShopFile } from '../../src/main/shop-file';
import { openStore } from '../../src/main/store';
import { networkPorts } from '../support/network';
import { fakePages } from '../support/paper-pages';
import { makeIds, morning, shopMigrations } from '../support/shop-store';

/** The till's own page in its own window. */
export const trustedSender: Sender = { webContentsId: 1, isTopFrame: true, origin: 'app://galla' };
/** The customer's page in its own window. */
export const displaySender: Sender = { ...trustedSender, webContentsId: 7 };

/** The one window that may make this call; the till's for what is no call. */
export function senderOf(name: unknown): Sender {
  const known = typeof name === 'string' && Object.hasOwn(contract, name);
  // proof: it is one of the contract's own keys
  return known && contract[name as CallName].from === 'display' ? displaySender : trustedSender;
}

export interface LoggedLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: LogFields;
  readonly message: string;
}

/** A till without a window: the real contract, use-cases and SQLite file behind the real door. */
export interface Till {
  readonly session: Session;
  readonly log: readonly LoggedLine[];
  readonly openedLinks: readonly string[];
  readonly file: string;
  /** A call as it comes over the wire: nothing about it is believed. */
  raw(name: unknown, input: unknown, sender?: Sender): Promise<Envelope<unknown>>;
  /** A call as a screen of ours makes it. Throws when it is refused. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** SQLite's own count of commits to the file: the same before and after means that nothing was written. */
  writes(): unknown;
  signInAs(role: Role | null): void;
  /** What a handler threw, as the caller gets to know it. */
  asRefusal(error: unknown): unknown;
  /** Closes the shop file and keeps a copy of it. */
  closeKeeping(copy: string): Promise<void>;
  close(): Promise<void>;
}

export interface TillOptions {
  /** A shop file to begin with; a first run without. */
  readonly from?: string;
  /** Its header is overwritten, and a backup from before lies beside it. */
  readonly damaged?: true;
  /** What the person chooses in the import's file dialog. */
  readonly importFile?: string;
  /** Where lines go besides `log`. */
  readonly alsoLogTo?: Log;
  /** The very file, where several tills shall meet; the caller removes its folder. */
  readonly sharedFile?: string;
  /** Where it differs from a till with a hub in this very process. */
  readonly network?: Partial<NetworkPorts>;
}

/** Somebody of each role; the ids need not be in the file, because only names are read from it. */
const people = (role: Role) => ({ staffId: '0192a000-0000-7000-8000-00000000000f', name: role, role });

export async function openTill(options: TillOptions = {}): Promise<Till> {
  const { from, damaged, importFile, alsoLogTo, sharedFile } = options;
  const folder = mkdtempSync(join(tmpdir(), 'galla-contract-'));
  const file = sharedFile ?? join(folder, 'galla.db');
  if (from !== undefined) copyFileSync(from, file);

  const clock = new ManualClock(morning);
  const ids = makeIds(clock);
  const session: Session = { user: null };
  const lines: LoggedLine[] = [];
  const at = (level: LoggedLine['level']) => (fields: LogFields, message: string) => {
    lines.push({ level, fields, message });
    alsoLogTo?.[level](fields, message);
  };
  const log = { info: at('info'), warn: at('warn'), error: at('error') };
  const openedLinks: string[] = [];
  let observer: Database.Database | undefined;
  if (damaged) await backUpAndDamage(file);

  const network = createNetwork(networkPorts(folder, { clock, ids, log, ...options.network }));
  const shopFile = createShopFile({
    file,
    version: '0.0.0',
    locale: 'en-IN',
    clock,
    ids,
    log,
    session,
    migrations: shopMigrations,
    backgroundAfterMs: 3_600_000,
    network,
    chooseImportFile: async () => importFile ?? null,
    onImportProgress: () => {},
    onBulkProgress: () => {},
    printing: {
      pages: fakePages(),
      printFolder: join(folder, 'prints'),
      chooseInvoiceFile: async (suggestion) => join(folder, suggestion),
      chooseLabelFile: async (suggestion) => join(folder, suggestion),
      openExternal: async (link) => void openedLinks.push(checkedExternalLink(link)),
      log,
    },
    chooseReportFile: async (suggestion) => join(folder, suggestion),
    onChange: () => {},
    onOpen: () => {},
    onStateChange: () => {},
    onOtherShop: () => {},
    display: { message: () => display.message, changed: () => {} },
  });
  let notices: NoticeChoice = { low_stock: true, out_of_stock: true, oversold: true, new_order: true };
  let display: CustomerDisplay = { on: false, message: '', place: 'off' };
  const door = bindContract({
    system: createSystemHandlers({
      host: shopFile.host,
      training: shopFile.training,
      log,
      ids,
      saveDiagnostics: async () => join(folder, 'diagnostics.zip'),
      openExternal: async (link) => void openedLinks.push(checkedExternalLink(link)),
      notices: {
        now: () => notices,
        set: (chosen) => {
          notices = chosen;
          return notices;
        },
      },
      display: {
        now: () => display,
        async set(wanted) {
          display = { ...wanted, place: wanted.on ? 'screen' : 'off' };
          return display;
        },
      },
    }),
    host: shopFile.host,
    session,
    windowOf: (sender) =>
      callingWindow(sender, {
        origin: trustedSender.origin,
        windowOf: (id) =>
          id === trustedSender.webContentsId ? 'till' : id === displaySender.webContentsId ? 'display' : null,
      }),
    asRefusal: shopFile.asRefusal,
    log,
    ids,
    elapsed: () => performance.now(),
  });
  shopFile.host.start();
  const closeAll = async () => {
    await shopFile.host.close();
    await network.close();
  };

  return {
    session,
    log: lines,
    openedLinks,
    file,
    raw: (name, input, sender = senderOf(name)) => door(sender, name, input),
    async call(name, input) {
      const answer = await door(senderOf(name), name, input);
      if (!answer.ok) throw new Error(`${name}: ${describe(answer.error)}`);
      // proof: the handler of `name` answered, and handlers are typed by the contract
      return answer.value as CallOutput<typeof name>;
    },
    writes() {
      observer ??= new Database(file, { readonly: true });
      return observer.pragma('data_version', { simple: true });
    },
    signInAs(role) {
      session.user = role === null ? null : people(role);
    },
    asRefusal: shopFile.asRefusal,
    async closeKeeping(copy) {
      await closeAll();
      copyFileSync(file, copy);
      rmSync(folder, { recursive: true, force: true });
    },
    async close() {
      observer?.close();
      await closeAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function backUpAndDamage(file: string): Promise<void> {
  const clock = new ManualClock(morning - 3_600_000);
  const store = openStore({ file, migrations: shopMigrations, clock, ids: makeIds(clock) });
  await store.backupDaily();
  await store.close();
  writeFileSync(file, 'not a database any more'.repeat(100));
}

function describe({ code, message, params }: CallError): string {
  return `${code} ${message} ${JSON.stringify(params)}`;
}
