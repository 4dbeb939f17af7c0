import type { AlertKind, Language } from '@shared/entities';
import type { Log } from '@shared/log';
import { formatQuantity, type Quantity, type UnitCode } from '@shared/money';
import { wordsOf } from './words';

/** What this terminal has not shown yet. */
export type OwedNotice = OwedAlerts | OwedOrders;

/** Orders that were taken at other tills. */
export interface OwedOrders {
  readonly kind: 'new_order';
  readonly orders: readonly { readonly id: string; readonly name: string; readonly number: string }[];
}

/** The products that crossed one kind of threshold. */
export interface OwedAlerts {
  readonly kind: AlertKind;
  readonly products: readonly NoticeProduct[];
  readonly alertIds: readonly string[];
}

interface NoticeProduct {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitCode;
  readonly quantity: Quantity;
}

/** One notification of the system. */
export interface NoticeContent {
  readonly title: string;
  readonly body: string;
  /** Where a click leads, as a path of the renderer. */
  readonly to: string;
}

export interface Presenting {
  /** The system says it is on the screen. Only now is the notice no longer owed. */
  readonly onShown: () => void;
  /** The system says it could not; it is owed still. */
  readonly onFailed: () => void;
}

export interface NoticeDeskOptions {
  /** Whether this machine shows such. What it does not show is not kept for later either: the app's own list has it. */
  readonly wants: (kind: OwedNotice['kind']) => boolean;
  readonly owed: () => readonly OwedNotice[];
  readonly settle: (alertIds: readonly string[]) => void;
  readonly present: (content: NoticeContent, presenting: Presenting) => void;
  readonly language: () => Language;
  readonly log: Log;
}

/** More at once than a person reads one by one: then one notification counts them. */
const mostSingle = 3;

/**
 * Shows what is owed, each crossing once. What is owed is a row written in the transaction that raised the alert, and
 * it goes when the notification was shown: a crash in between shows it at the next start, never loses it.
 */
export function createNoticeDesk({ wants, owed, settle, present, language, log }: NoticeDeskOptions): { look(): void } {
  /** Given to the system in this run and not yet shown, so that a change meanwhile does not give them again. */
  const given = new Set<string>();

  /** Not shown; owed again, and passed over again, if the disk says no. */
  const pass = (alertIds: readonly string[]) => {
    try {
      settle(alertIds);
    } catch (error) {
      log.error({ error }, 'a notification that nobody wants could not be settled');
    }
  };

  const give = (content: NoticeContent, alertIds: readonly string[]) => {
    for (const id of alertIds) given.add(id);
    present(content, {
      onShown() {
        try {
          settle(alertIds);
          for (const id of alertIds) given.delete(id);
        } catch (error) {
          // Still owed, and still in `given`: shown again at the next start rather than now.
          log.error({ error }, 'a notification that was shown could not be settled');
        }
      },
      onFailed: () => log.warn({ notices: alertIds.length }, 'the system did not show a notification'),
    });
  };

  return {
    look() {
      for (const notice of owed().map((each) => untold(each, given))) {
        const all = notice.kind === 'new_order' ? notice.orders.map(({ id }) => id) : notice.alertIds;
        const alertIds = all.filter((id) => !given.has(id));
        if (alertIds.length === 0) continue;
        if (wants(notice.kind)) give(contentOf(notice, language()), alertIds);
        else pass(alertIds);
      }
    },
  };
}

/** Orders one by one: what was told a moment ago is not told again with the next. */
function untold(notice: OwedNotice, given: ReadonlySet<string>): OwedNotice {
  if (notice.kind !== 'new_order') return notice;
  return { ...notice, orders: notice.orders.filter(({ id }) => !given.has(id)) };
}

function contentOf(notice: OwedNotice, language: Language): NoticeContent {
  return notice.kind === 'new_order' ? ordersContent(notice, language) : alertsContent(notice, language);
}

function ordersContent({ orders }: OwedOrders, language: Language): NoticeContent {
  const words = wordsOf[language];
  const [only] = orders;
  const isOne = orders.length === 1 && only !== undefined;
  const lines = orders.slice(0, mostSingle).map(({ name, number }) => `${name} · ${number}`);
  const more = orders.length > mostSingle ? [words.noticeMore(orders.length - mostSingle)] : [];
  const title = isOne ? words.newOrder : words.newOrders(orders.length);
  return { title, body: [...lines, ...more].join('\n'), to: isOne ? `/orders/${only.id}` : '/orders' };
}

function alertsContent({ kind, products }: OwedAlerts, language: Language): NoticeContent {
  const words = wordsOf[language];
  const lines = products.slice(0, mostSingle).map(({ name, unit, quantity }) => {
    return words.noticeLine[kind](name, `${formatQuantity(quantity, `${language}-IN`)} ${words.unit(unit)}`);
  });
  const [only] = products;
  const isOne = products.length === 1 && only !== undefined;
  const title = isOne ? words.noticeTitle[kind] : words.noticeCount[kind](products.length);
  const more = products.length > mostSingle ? [words.noticeMore(products.length - mostSingle)] : [];
  return { title, body: [...lines, ...more].join('\n'), to: isOne ? `/products/${only.id}` : '/alerts' };
}
