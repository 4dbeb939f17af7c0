import type { Change, PushEvent, Topic } from '@shared/contract';
import { entities } from '@shared/entities';

/** Something committed, as the store's feed tells it. */
export interface Committed {
  readonly topic: string;
  readonly ids?: readonly string[];
  /** Rows that another terminal has made. */
  readonly arrived?: readonly string[];
  readonly seq: number;
}

export interface ChangePusherOptions {
  readonly send: (event: PushEvent) => void;
  /** Runs something once, `ms` later. */
  readonly later: (run: () => void, ms: number) => void;
}

/** One animation frame: a screen cannot show more often than that. */
const frameMs = 16;
/** Beyond this a list is read again as a whole anyway. */
const maxIds = 200;

/** What a person looks at while selling comes first; everything else in the order it happened. */
const firstTopics: readonly Topic[] = ['cart', 'bill', 'stock_level', 'alert', 'product'];
const derivedTopics = ['cart', 'stock_level', 'printing', 'system', 'network'] as const satisfies readonly Topic[];
const topics: ReadonlySet<string> = new Set([...Object.keys(entities), ...derivedTopics]);

/**
 * Gathers what commits within one frame into one push: a sale touches a dozen topics, a sync frame thousands of rows,
 * and a window needs to hear each topic once.
 */
export function createChangePusher({ send, later }: ChangePusherOptions): (committed: Committed) => void {
  const waiting = new Map<Topic, Waiting>();

  const flush = () => {
    const changes = [...waiting]
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(
        ([topic, { ids, arrived, seq }]): Change => ({
          topic,
          ...(ids && { ids: [...ids] }),
          ...(arrived.length > 0 && { arrived }),
          seq,
        }),
      );
    waiting.clear();
    send({ type: 'changes', changes });
  };

  return ({ topic, ids, arrived = [], seq }) => {
    if (!isTopic(topic)) return;
    if (waiting.size === 0) later(flush, frameMs);
    const known = waiting.get(topic);
    waiting.set(topic, {
      ids: union(known ? known.ids : new Set(), ids),
      arrived: [...(known?.arrived ?? []), ...arrived].slice(-maxIds),
      seq: Math.max(known?.seq ?? 0, seq),
    });
  };
}

interface Waiting {
  /** Null stands for "any of them". */
  readonly ids: Set<string> | null;
  readonly arrived: readonly string[];
  readonly seq: number;
}

/** A topic of the store alone (its outbox) is nothing a screen may ask about. */
function isTopic(topic: string): topic is Topic {
  return topics.has(topic);
}

function union(known: Set<string> | null, more: readonly string[] | undefined): Set<string> | null {
  if (known === null || more === undefined || known.size + more.length > maxIds) return null;
  for (const id of more) known.add(id);
  return known;
}

function rank(topic: Topic): number {
  const place = firstTopics.indexOf(topic);
  return place === -1 ? firstTopics.length : place;
}
