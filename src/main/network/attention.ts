import type { AttentionAction, AttentionItem } from '@shared/contract';
import { entityOf } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Quantity, UnitCode } from '@shared/money';
import { type RawOperation, readOperations } from '@shared/sync';
import { z } from 'zod';
import type { Store } from '../store';
import { repeatMutation } from './repeat';

/** What needs a person because the line was down, or because two tills wanted different things. */
export interface AttentionDesk {
  list(): AttentionItem[];
  count(): number;
  /** Of these mutations: held bills that another till had taken up, or dropped, first. */
  takenTwice(mids: readonly number[]): TakenTwice[];
  /** @throws AppError `not_found` for what is settled meanwhile, `bad_request` for what cannot be done with it */
  act(id: string, action: AttentionAction, actor: string): Promise<void>;
  /** This file turned out to be a copy. */
  renumbered(at: number, series: string, documents: ReadonlyMap<string, string>): void;
}

type TakenTwice = Extract<AttentionItem, { kind: 'held_taken_twice' }>;

export interface AttentionPorts {
  /** Has the hub try once more what it has put aside; null at a till that is not the host. */
  readonly replay: (() => Promise<void>) | null;
}

const forksSchema = z.array(
  z.strictObject({
    at: z.int(),
    series: z.string(),
    count: z.int(),
    documents: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  }),
);
const forksKey = 'network.renumbered';
const mostTold = 100;

export function createAttention(store: Store, ports: () => AttentionPorts): AttentionDesk {
  const forks = () => {
    const found = store.meta.get(forksKey);
    return found === undefined ? [] : forksSchema.parse(JSON.parse(found));
  };

  const refused = (): AttentionItem[] =>
    store.replica.attention().flatMap(({ mid, name, actor, at, outcome }): AttentionItem[] => {
      if (outcome.status === 'superseded') {
        const { lost } = outcome;
        return [...takenTwice(store, mid, at, actor, lost), ...numberedElsewhere(store, mid, at, lost)];
      }
      if (outcome.status === 'ok') return [];
      const canRetry = outcome.status === 'rejected' || ports().replay !== null;
      const item: AttentionItem = {
        id: `mid:${mid}`,
        at,
        kind: outcome.status,
        what: name,
        code: outcome.code,
        ...subjectOf(store, operationsOf(store, mid)),
        by: nameOf(store, actor),
        actions: canRetry ? ['retry', 'dismiss'] : ['dismiss'],
      };
      return [item];
    });

  const oversold = (): AttentionItem[] =>
    store
      .sql<[], { id: string; at: number; productId: string; product: string; stock: Quantity; unit: UnitCode }>(
        `SELECT a.id, a.raised_at AS at, p.id AS productId, p.name AS product, p.unit, coalesce(s.quantity, 0) AS stock
         FROM alert AS a JOIN product AS p ON p.id = a.product_id LEFT JOIN stock_level AS s ON s.product_id = p.id
         WHERE a.kind = 'oversold' AND a.state = 'open' ORDER BY a.raised_at`,
      )
      .all()
      .map(({ id, productId, ...facts }) => ({
        id: `alert:${id}`,
        kind: 'oversold',
        ...facts,
        link: `/products/${productId}`,
        actions: ['dismiss'],
      }));

  const returned = (): AttentionItem[] =>
    store
      .sql<[], { id: string; at: number; billId: string; number: string; notes: string; isVoid: 0 | 1 }>(
        `SELECT a.id, a.raised_at AS at, b.id AS billId, b.number,
           (SELECT json_group_array(r.number ORDER BY r.at, r.id) FROM bill_return AS r WHERE r.bill_id = b.id) AS notes,
           EXISTS (SELECT 1 FROM bill_void AS v WHERE v.bill_id = b.id) AS isVoid
         FROM alert AS a JOIN bill AS b ON b.id = a.document_id
         WHERE a.kind = 'returned_twice' AND a.state = 'open' ORDER BY a.raised_at`,
      )
      .all()
      .map(({ id, at, billId, number, notes, isVoid }) => ({
        id: `alert:${id}`,
        kind: 'returned_twice',
        at,
        number,
        notes: z.array(z.string()).parse(JSON.parse(notes)),
        isVoid: isVoid === 1,
        link: `/bills/${billId}`,
        actions: ['dismiss'],
      }));

  const billedTwice = (): AttentionItem[] =>
    store
      .sql<[], { id: string; at: number; orderId: string; number: string; bills: string }>(
        `SELECT a.id, a.raised_at AS at, o.id AS orderId, o.number,
           (SELECT json_group_array(b.number ORDER BY ob.at, ob.id) FROM order_bill AS ob JOIN bill AS b ON b.id = ob.bill_id
            WHERE ob.order_id = o.id) AS bills
         FROM alert AS a JOIN sales_order AS o ON o.id = a.document_id
         WHERE a.kind = 'order_billed_twice' AND a.state = 'open' ORDER BY a.raised_at`,
      )
      .all()
      .map(({ id, orderId, bills, ...facts }) => ({
        id: `alert:${id}`,
        kind: 'order_billed_twice',
        ...facts,
        bills: z.array(z.string()).parse(JSON.parse(bills)),
        link: `/orders/${orderId}`,
        actions: ['dismiss'],
      }));

  const list = (): AttentionItem[] =>
    [
      ...forks().map(
        (fork): AttentionItem => ({
          id: `fork:${fork.at}`,
          kind: 'renumbered',
          ...fork,
          link: null,
          actions: ['dismiss'],
        }),
      ),
      ...refused(),
      ...oversold(),
      ...returned(),
      ...billedTwice(),
    ].sort((a, b) => b.at - a.at);

  const dismiss = (item: AttentionItem, actor: string) => {
    const subject = item.id.slice(item.id.indexOf(':') + 1);
    if (item.kind === 'renumbered') {
      store.meta.set(forksKey, JSON.stringify(forks().filter(({ at }) => at !== item.at)));
    } else if (item.kind === 'oversold' || item.kind === 'returned_twice' || item.kind === 'order_billed_twice') {
      store.mutate({ name: 'alert.acknowledge', kind: 'request', actor }, (m) => {
        m.set('alert', subject, { state: 'acknowledged', acknowledged_by: actor, acknowledged_at: m.at });
      });
    } else {
      store.replica.attended([Number(subject)]);
    }
  };

  return {
    list,
    count: () => list().length,
    takenTwice: (mids) =>
      store.replica
        .attention()
        .flatMap(({ mid, at, actor, outcome }) =>
          mids.includes(mid) && outcome.status === 'superseded' ? takenTwice(store, mid, at, actor, outcome.lost) : [],
        ),
    async act(id, action, actor) {
      const item = list().find((one) => one.id === id);
      if (!item) throw new AppError('not_found', 'This needs no attention any more');
      if (!item.actions.includes(action)) {
        throw new AppError('bad_request', `${item.kind} cannot be answered so`, { path: 'action', reason: 'action' });
      }
      if (action === 'dismiss') {
        dismiss(item, actor);
      } else if (item.kind === 'rejected') {
        repeatMutation(store, item.what, operationsOf(store, Number(id.slice('mid:'.length))), actor);
        dismiss(item, actor);
      } else {
        await ports().replay?.();
      }
    },
    renumbered(at, series, renumbered) {
      const documents = [...renumbered].slice(0, mostTold).map(([from, to]) => ({ from, to }));
      store.meta.set(forksKey, JSON.stringify([...forks(), { at, series, count: renumbered.size, documents }]));
    },
  };
}

function operationsOf(store: Store, mid: number): readonly RawOperation[] {
  const row = store.sql<[number], { ops: string }>('SELECT ops FROM outbox WHERE mid = ?').get(mid);
  return row ? (readOperations(row.ops) ?? []) : [];
}

/** Held bills that this till took up and lost to another; the link is to what this one made of it, once it is a bill. */
function takenTwice(
  store: Store,
  mid: number,
  at: number,
  actor: string,
  lost: readonly { readonly entity: string; readonly id: string }[],
): TakenTwice[] {
  const id = lost.find(({ entity }) => entity === 'held_bill')?.id;
  if (id === undefined) return [];
  const held = store
    .sql<[string], { name: string; terminal: string | null }>(
      `SELECT h.name, CASE WHEN h.deleted_at IS NULL THEN coalesce(t.name, '') END AS terminal
       FROM held_bill AS h LEFT JOIN terminal AS t ON t.id = h.taken_terminal WHERE h.id = ?`,
    )
    .get(id);
  const made = store
    .sql<[string], { id: string }>(
      `SELECT b.id FROM completed_cart AS c JOIN bill AS b ON b.id = c.bill_id WHERE c.held_id = ? LIMIT 1`,
    )
    .get(id);
  return [
    {
      id: `mid:${mid}`,
      kind: 'held_taken_twice',
      at,
      name: held?.name ?? '',
      terminal: held?.terminal ?? null,
      by: nameOf(store, actor),
      link: made ? `/bills/${made.id}` : null,
      actions: ['dismiss'],
    },
  ];
}

/** Documents that another file brought first, under a number of its own: the one printed here is another. */
function numberedElsewhere(
  store: Store,
  mid: number,
  at: number,
  lost: readonly { readonly unit: string }[],
): AttentionItem[] {
  if (!lost.some(({ unit }) => unit === 'number')) return [];
  return operationsOf(store, mid).flatMap((operation): AttentionItem[] => {
    const { entity, id } = operation;
    if (operation.op !== 'put' || (entity !== 'bill' && entity !== 'bill_return')) return [];
    const row = store.sql<[string], { number: string }>(`SELECT number FROM ${entity} WHERE id = ?`).get(id);
    const from = String(operation.row.number);
    if (!row || row.number === from) return [];
    const link = pages[entity]?.(id) ?? null;
    return [{ id: `mid:${mid}`, kind: 'numbered_elsewhere', at, from, to: row.number, link, actions: ['dismiss'] }];
  });
}

/** What people call the record that the first operation is about, and where it can be looked at. */
function subjectOf(
  store: Store,
  [first]: readonly RawOperation[],
): Pick<AttentionItem, 'link'> & { subject: string | null } {
  const entity = first && entityOf(first.entity);
  if (!first || !entity) return { subject: null, link: null };
  const label = ['name', 'number'].find((column) => column in entity.fields);
  const row = store
    .sql<[string], { label: string | null }>(`SELECT ${label ?? 'NULL'} AS label FROM ${first.entity} WHERE id = ?`)
    .get(first.id);
  const written = first.op === 'put' ? first.row : first.op === 'set' ? first.fields : {};
  const asked = label === undefined ? undefined : written[label];
  return {
    subject: typeof asked === 'string' ? asked : (row?.label ?? null),
    link: row ? (pages[first.entity]?.(first.id) ?? null) : null,
  };
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  product: (id) => `/products/${id}`,
  product_cost: (id) => `/products/${id}`,
  bill: (id) => `/bills/${id}`,
  customer: () => '/customers',
  sales_order: (id) => `/orders/${id}`,
  recipe: (id) => `/stock/recipes/${id}`,
  production_log: (id) => `/stock/production/${id}`,
  production_reversal: (id) => `/stock/production/${id.replace(/:reversed$/, '')}`,
};

function nameOf(store: Store, staffId: string): string | null {
  return store.sql<[string], { name: string }>('SELECT name FROM staff WHERE id = ?').get(staffId)?.name ?? null;
}
