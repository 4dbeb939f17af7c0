/** The engine: everything a shop does, over one open shop file. It knows no Electron and runs under plain Node. */
import type {
  BulkProgress,
  CallName,
  Change,
  ImportProgress,
  OrderPush,
  SignedIn,
  SystemStatus,
} from '@shared/contract';
import type { Language } from '@shared/entities';
import { Printing, type PrintingPorts, printingHandlers } from '../printing';
import type { Store } from '../store';
import { actorOf } from './actor';
import { alertHandlers, dueNotices, type Notice, noticeShown, OversoldReview, ReturnedTwiceReview } from './alerts';
import { ApprovalDesk, approvalHandlers } from './approvals';
import { attendanceHandlers } from './attendance';
import { createBulkEdits } from './bulk';
import type { CallContext, Handlers, Session } from './call';
import { catalogueHandlers } from './catalogue';
import { countHandlers, LateReview } from './counts';
import { customerHandlers } from './customers';
import { createShopDeps } from './deps';
import { DisplayDesk, type DisplayPorts, displayHandlers } from './display';
import { type ShopFacts, shopFacts } from './facts';
import { findHandlers } from './find';
import { historyHandlers } from './history';
import { createImports } from './imports';
import { khataHandlers } from './khata';
import { noticeHandlers } from './notices';
import { dueOrderNotices, type OrderNotice, OrderReview, orderEvents, orderHandlers, orderNoticeShown } from './orders';
import { shopDocuments } from './papers';
import { payHandlers } from './pay';
import { productionHandlers } from './production';
import { CostReview, purchaseHandlers } from './purchases';
import { createReports, type ReportPorts } from './report-calls';
import { createSales } from './sales';
import { createSampleShop } from './sample';
import { settingsHandlers } from './settings';
import { setupHandlers } from './setup';
import { shiftHandlers } from './shift';
import { rememberPresence, staffHandlers, stillPresent } from './staff';
import { type AppInfo, hasShop, shopStatus } from './status';
import { stockHandlers } from './stock';
import { supplierHandlers } from './suppliers';
import { whoComesBack } from './training';

export type { CallContext, Handler, Handlers, Session } from './call';

export { shopJobs } from './reader-jobs';
export { makeTrainingFile } from './training';

/** What the shop needs of the program it runs in. */
export interface ShopPorts extends AppInfo {
  /** Asks the person for a file of products; null when they would rather not. */
  readonly chooseImportFile: () => Promise<string | null>;
  readonly onImportProgress: (progress: ImportProgress) => void;
  readonly onBulkProgress: (progress: BulkProgress) => void;
  readonly printing: PrintingPorts;
  readonly display: DisplayPorts;
  readonly chooseReportFile: ReportPorts['chooseReportFile'];
}

/** The calls a shop answers by itself, whether it has a hub or not. */
export type ShopCall = Exclude<CallName, `system.${string}` | `network.${string}` | `attention.${string}`>;

export interface Shop {
  /** A property of the file. Nothing of training may leave it: no network, no notification, no real printer. */
  readonly isTraining: boolean;
  readonly handlers: Handlers<ShopCall>;
  status(session: Session): SystemStatus;
  /** Finds who was at this till when it was last alive, if that was a moment ago. */
  resumeSession(session: Session): void;
  /** Nobody is found here after a crash: whoever was here went to another shop. */
  stepAway(): void;
  /** Finds the person who went to another shop and is back, as this shop knows them now; null: nobody. */
  welcomeBack(session: Session, person: SignedIn | null): void;
  /** A sign of life of whoever is signed in. */
  keepSession(session: Session): void;
  /** Null before the first run is over. */
  language(): Language | null;
  /** Native notifications this terminal owes. */
  dueNotices(): (Notice | OrderNotice)[];
  /** @param ids of alerts and of orders */
  noticeShown(ids: readonly string[]): void;
  /** What has happened to orders, as far as these changes tell. */
  orderEvents(changes: readonly Change[]): OrderPush[];
  /** For diagnostics: numbers and settings, nothing of people. */
  facts(): ShopFacts;
  /**
   * What the last run left undone: what the log did to stock, returns and costs without anybody noticing, and an import or a
   * bulk edit that was cut short. To be called once the file is open.
   */
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** Puts the areas of the shop on one store. */
export function assembleShop(store: Store, ports: ShopPorts): Shop {
  const deps = createShopDeps(store);
  const oversold = new OversoldReview(deps);
  store.replica.follow((entries) => oversold.confirmed(entries));
  store.replica.followUnfit((operations) => oversold.unfit(operations));
  const returned = new ReturnedTwiceReview(store);
  store.replica.follow((entries) => returned.confirmed(entries));
  const costs = new CostReview(deps);
  store.replica.follow((entries) => costs.confirmed(entries));
  const orders = new OrderReview(store);
  store.replica.follow((entries) => orders.confirmed(entries));
  const late = new LateReview(deps);
  store.replica.follow((entries) => late.confirmed(entries));
  const approvals = new ApprovalDesk(deps);
  const imports = createImports(deps, { chooseFile: ports.chooseImportFile, onProgress: ports.onImportProgress });
  const bulkEdits = createBulkEdits(deps, ports.onBulkProgress);
  const documents = shopDocuments(deps);
  const printing = new Printing({ ...deps, documents }, ports.printing);
  const { chooseReportFile } = ports;
  const reports = createReports(deps, { pages: ports.printing.pages, chooseReportFile });
  const { isSandbox } = store;
  const sales = createSales(deps, approvals);
  const display = new DisplayDesk(deps, sales.openBill, ports.display);
  return {
    isTraining: isSandbox,
    handlers: {
      ...setupHandlers(deps, ports, createSampleShop),
      ...staffHandlers(deps, ports),
      ...attendanceHandlers(deps),
      ...payHandlers(deps),
      ...settingsHandlers(deps),
      ...sales.handlers,
      ...orderHandlers(deps, approvals, sales, { openExternal: ports.printing.openExternal }),
      ...shiftHandlers(deps, approvals),
      ...approvalHandlers(deps, approvals),
      ...catalogueHandlers(deps),
      ...customerHandlers(deps),
      ...khataHandlers(deps, {
        pages: ports.printing.pages,
        chooseFile: chooseReportFile,
        openExternal: ports.printing.openExternal,
      }),
      ...historyHandlers(deps),
      ...stockHandlers(deps),
      ...countHandlers(deps),
      ...supplierHandlers(deps),
      ...purchaseHandlers(deps),
      ...productionHandlers(deps),
      ...alertHandlers(deps),
      ...findHandlers(deps),
      ...noticeHandlers(deps),
      ...printingHandlers<CallContext>(printing, actorOf),
      ...displayHandlers(display),
      ...imports.handlers,
      ...bulkEdits.handlers,
      ...reports.handlers,
    },
    status: (session) => shopStatus(deps, ports, session),
    resumeSession(session) {
      session.user ??= stillPresent(store, deps.clock.now());
    },
    stepAway() {
      rememberPresence(store, null, deps.clock.now());
    },
    welcomeBack(session, person) {
      session.user = whoComesBack(store, person);
      rememberPresence(store, session.user, deps.clock.now());
    },
    keepSession({ user }) {
      if (user) rememberPresence(store, user, deps.clock.now());
    },
    language: () => (hasShop(store) ? deps.settings().language : null),
    dueNotices: () => (isSandbox ? [] : [...dueNotices(store), ...dueOrderNotices(store, deps.clock.now())]),
    noticeShown(ids) {
      noticeShown(store, ids);
      orderNoticeShown(store, ids);
    },
    orderEvents: (changes) => orderEvents(store, changes),
    facts: () => shopFacts(store),
    async resume() {
      oversold.confirmed([]);
      returned.confirmed([]);
      costs.confirmed([]);
      orders.confirmed([]);
      late.confirmed([]);
      await imports.resume();
      await bulkEdits.resume();
      await reports.prepare();
    },
    async close() {
      await imports.close();
      await bulkEdits.close();
      await reports.close();
      await printing.close();
      await store.close();
    },
  };
}
