import type { Found } from '@shared/contract';
import { useEffect, useState } from 'react';
import { type CallFailure, useLive } from '../live';
import { type Format, useFormat, useTill } from '../shop';
import type { Deed, Entry } from './entries';
import { matching } from './matching';
import { recentOf } from './recent';

export interface Row {
  readonly id: string;
  readonly kind: 'page' | 'action' | 'product' | 'customer' | 'supplier' | 'bill';
  readonly title: string;
  /** What tells it from others of its name; may be empty. */
  readonly about: string;
  readonly does: Deed;
  /** A page or an action, not a record. */
  readonly entry: Entry | null;
}

export interface Group {
  readonly name: 'recent' | 'actions' | 'pages' | 'found' | 'products' | 'customers' | 'suppliers' | 'bills';
  readonly rows: readonly Row[];
}

interface Rows {
  readonly groups: readonly Group[];
  /** False while main is still looking: what is shown is of the text before, or not all. */
  readonly isSettled: boolean;
  readonly failure: { readonly failure: CallFailure; readonly retry: () => void } | null;
}

const mostFound = 8;
/** As long as the hand rests between two letters of a word. Ms. */
const restMs = 70;

/** What is shown for a text: with none what was last used, actions and pages; with some whatever fits it, records too. */
export function useRows(entries: readonly Entry[], text: string): Rows {
  const { user } = useTill();
  const format = useFormat();
  // As it was when the palette came up: it does not move under the hand.
  const [recent] = useState(() => recentOf(user.staffId));
  const asked = useRested(text);
  const found = useLive('find.everywhere', { text: asked, limit: 5 }, { keep: true, enabled: asked !== '' });
  if (text === '') {
    const last = recent.flatMap((id) => entries.filter((entry) => entry.id === id));
    const others = entries.filter((entry) => !last.includes(entry));
    const ofKind = (kind: Entry['kind']) => others.filter((entry) => entry.kind === kind).map(rowOf);
    return settled([
      { name: 'recent', rows: last.map(rowOf) },
      { name: 'actions', rows: ofKind('action') },
      { name: 'pages', rows: ofKind('page') },
    ]);
  }
  const records = found.data ? recordsOf(found.data, format) : [];
  return {
    ...settled([{ name: 'found', rows: matching(entries, text).slice(0, mostFound).map(rowOf) }, ...records]),
    isSettled: asked === text && (found.state === 'failed' || (found.state === 'ready' && !found.isPrevious)),
    failure: found.state === 'failed' ? found : null,
  };
}

/** What was typed, once the hand rests: main does not look for every letter of a word. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

const settled = (groups: readonly Group[]): Rows => ({
  groups: groups.filter(({ rows }) => rows.length > 0),
  isSettled: true,
  failure: null,
});

const rowOf = (entry: Entry): Row => ({
  id: entry.id,
  kind: entry.kind,
  title: entry.title,
  about: entry.within ?? '',
  does: entry.does,
  entry,
});

function recordsOf({ products, customers, suppliers, bills }: Found, format: Format): Group[] {
  const record = (kind: Row['kind'], id: string, title: string, about: string, go: string): Row => ({
    id: `${kind} ${id}`,
    kind,
    title,
    about,
    does: { go },
    entry: null,
  });
  return [
    {
      name: 'products',
      rows: products.map(({ id, name, price }) => record('product', id, name, format.money(price), `/products/${id}`)),
    },
    {
      name: 'customers',
      rows: customers.map(({ id, name, phone }) => record('customer', id, name, phone ?? '', `/customers/${id}`)),
    },
    {
      name: 'suppliers',
      rows: suppliers.map(({ id, name, phone }) => record('supplier', id, name, phone ?? '', `/stock/suppliers/${id}`)),
    },
    {
      name: 'bills',
      rows: bills.map(({ id, number, at, total }) =>
        record('bill', id, number, `${format.dateTime(at)} · ${format.money(total)}`, `/bills/${id}`),
      ),
    },
  ];
}
