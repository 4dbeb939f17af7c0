import type { AlertKind } from '@shared/entities';
import type { Log } from '@shared/log';
import type { Words } from './words';

/** An alert that this terminal has not shown as a notification yet. */
export interface OwedNotice {
  readonly alertId: string;
  readonly kind: AlertKind;
  readonly productId: string | null;
  readonly product: string;
  /** As it is read, with its unit: "3 kg". */
  readonly stock: string;
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
  readonly owed: () => readonly OwedNotice[];
  readonly settle: (alertIds: readonly string[]) => void;
  readonly present: (content: NoticeContent, presenting: Presenting) => void;
  readonly words: () => Words;
  readonly log: Log;
}

/** More at once than a person reads one by one. */
const mostSingle = 3;
const mostNames = 3;

/**
 * Shows what is owed, each alert once. What is owed is a row written in the transaction that raised the alert, and it
 * goes when the notification was shown: a crash in between shows it at the next start, never loses it.
 */
export function createNoticeDesk({ owed, settle, present, words, log }: NoticeDeskOptions): { look(): void } {
  /** Handed to the system in this run, so that a change meanwhile does not show them again. */
  const handed = new Set<string>();

  const hand = (notices: readonly OwedNotice[], content: NoticeContent) => {
    const ids = notices.map((notice) => notice.alertId);
    for (const id of ids) handed.add(id);
    present(content, {
      onShown() {
        try {
          settle(ids);
          for (const id of ids) handed.delete(id);
        } catch (error) {
          // Still owed, and still in `handed`: shown again at the next start rather than now.
          log.error({ error }, 'a shown notification could not be settled');
        }
      },
      onFailed() {
        log.warn({ notices: ids.length }, 'the system did not show a notification');
      },
    });
  };

  return {
    look() {
      const fresh = owed().filter((notice) => !handed.has(notice.alertId));
      if (fresh.length > mostSingle) hand(fresh, summary(fresh, words()));
      else for (const notice of fresh) hand([notice], single(notice, words()));
    },
  };
}

function single({ kind, product, productId, stock }: OwedNotice, words: Words): NoticeContent {
  const to = productId === null ? '/alerts' : `/products/${productId}`;
  return kind === 'oversold'
    ? { title: words.oversoldTitle, body: words.oversold(product, stock), to }
    : { title: words.lowStockTitle, body: words.lowStock(product, stock), to };
}

function summary(notices: readonly OwedNotice[], words: Words): NoticeContent {
  const names = notices.slice(0, mostNames).map((notice) => notice.product);
  return { title: words.manyTitle(notices.length), body: words.many(names.join(', ')), to: '/alerts' };
}
