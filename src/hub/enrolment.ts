import type { DownstreamOf, Mutation, UpstreamOf } from '@shared/sync';
import { type SequencerPorts, sequence } from './sequence';
import type { HubStore, TerminalState } from './store';
import { WorkingSet } from './working-set';

/** The author of the hub's own entries. */
export const hubTerminal = 'hub';

export interface Enrolment {
  readonly id: string;
  readonly name: string;
  readonly role: 'counter' | 'office';
}

/**
 * Admits a terminal and gives it a number series that no other has. With `series` it brings its own record and series
 * (the till whose shop this is); without, the hub writes the record. Enrolling twice changes nothing.
 */
export async function enrol(
  store: HubStore,
  ports: SequencerPorts,
  terminal: Enrolment | { readonly id: string; readonly series: string },
  now: number,
): Promise<{ series: string }> {
  const set = await load(store, [terminal.id, hubTerminal], [terminal.id]);
  const known = set.terminal(terminal.id);
  if (known?.series) return { series: known.series };
  const series = 'series' in terminal ? terminal.series : await freeSeries(store);
  set.writeTerminal(newTerminal(terminal.id, series, null));
  if ('role' in terminal) writeRecord(set, ports, terminal, series, now);
  await commit(store, set);
  return { series };
}

/** Stops a terminal from connecting. What it pushed stays. */
export async function revoke(store: HubStore, id: string): Promise<void> {
  const set = await load(store, [id], []);
  const known = set.terminal(id);
  if (!known) return;
  set.writeTerminal({ ...known, revoked: true });
  await commit(store, set);
}

/**
 * Gives a copy of a terminal an identity and a series of its own, and tells it which of its mutations the hub has from
 * the identity they share. Asking again gives the same answer.
 */
export async function rekey(
  store: HubStore,
  ports: SequencerPorts,
  ask: UpstreamOf<'rekey'>,
  now: number,
): Promise<DownstreamOf<'rekeyed'> | null> {
  const lane = await store.lane();
  const found = await store.load({
    rows: [
      { entity: 'terminal', id: ask.previous },
      { entity: 'terminal', id: ask.terminal },
    ],
    mutations: ask.held.map(({ mid }) => ({ terminal: ask.previous, mid })),
    numbers: [],
    terminals: [ask.previous, ask.terminal, hubTerminal],
  });
  const set = new WorkingSet(lane, found);
  const already = set.terminal(ask.terminal);
  if (already && already.previous !== ask.previous) return null;
  const series = already?.series ?? (await freeSeries(store));
  if (!already) {
    const record = set.row('terminal', ask.previous)?.row;
    set.writeTerminal(newTerminal(ask.terminal, series, ask.previous));
    const name = typeof record?.name === 'string' ? record.name : series;
    const role = record?.role === 'office' ? 'office' : 'counter';
    writeRecord(set, ports, { id: ask.terminal, name, role }, series, now);
    await commit(store, set);
  }
  const known = ask.held.flatMap(({ mid, hash }) => {
    const stored = set.mutation(ask.previous, mid);
    return stored?.hash === hash ? [{ mid, outcome: stored.outcome }] : [];
  });
  return { t: 'rekeyed', session: ask.session, terminal: ask.terminal, series, known };
}

/** Sequences something the hub itself does. */
export function writeOwn(
  set: WorkingSet,
  ports: SequencerPorts,
  name: string,
  operations: readonly object[],
  now: number,
): void {
  const self = set.terminal(hubTerminal) ?? newTerminal(hubTerminal, null, null);
  set.writeTerminal(self);
  const mutation: Mutation = {
    mid: self.last + 1,
    name,
    kind: 'fact',
    actor: 'system',
    at: now,
    ops: JSON.stringify(operations),
  };
  const { kind } = sequence(set, ports, hubTerminal, mutation, now);
  if (kind !== 'outcome') throw new Error(`The hub's own ${name} met a ${kind}`);
}

function writeRecord(
  set: WorkingSet,
  ports: SequencerPorts,
  { id, name, role }: Enrolment,
  series: string,
  now: number,
): void {
  const row = { id, name, series, role, created_at: now };
  writeOwn(set, ports, 'terminal.enrol', [{ op: 'put', entity: 'terminal', id, row }], now);
}

function newTerminal(id: string, series: string | null, previous: string | null): TerminalState {
  return { id, last: 0, lastHash: null, fence: 0, offers: [], offset: 0, previous, series, revoked: false };
}

async function load(store: HubStore, terminals: readonly string[], records: readonly string[]): Promise<WorkingSet> {
  const lane = await store.lane();
  const rows = records.map((id) => ({ entity: 'terminal', id }));
  return new WorkingSet(lane, await store.load({ rows, mutations: [], numbers: [], terminals }));
}

async function commit(store: HubStore, set: WorkingSet): Promise<void> {
  const batch = set.batch();
  if (batch) await store.commit(batch);
}

/** The first of A, B, D … Z, A1 … Z9, … that was never given. None ends in C: that is the mark of credit notes. */
async function freeSeries(store: HubStore): Promise<string> {
  const taken = new Set((await store.terminals()).map(({ series }) => series));
  for (const { row } of await store.all('terminal')) if (typeof row.series === 'string') taken.add(row.series);
  const letters = [...'ABDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (let tail = 0; tail < 1000; tail++) {
    for (const letter of letters) {
      const series = tail === 0 ? letter : `${letter}${tail}`;
      if (!taken.has(series)) return series;
    }
  }
  throw new Error('No number series is left');
}
