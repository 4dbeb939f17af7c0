import { type EntityName, entities, type Scope } from '@shared/entities';
import { mergeRules, readOperations, readUpstream, referencesOf } from '@shared/sync';
import { type HubStore, SqliteHubStore } from '../../src/hub';
import { Pushes } from '../../src/hub/pushes';
import { Session } from '../../src/hub/session';
import { auditLevels } from '../../src/main/store';
import type { Receipt } from './actions';
import type { HubHost } from './hub-host';
import { definitionOf, type ModelRow, type Recorder } from './recorder';
import { checkMoney, checkNumbers, checkOversold, checkReturned } from './sums';
import { currentSchema, sha256, type Till } from './till';
import { Violation } from './world';

interface OutboxRow {
  mid: number;
  ops: string;
  outcome: string | null;
  attention: 0 | 1;
}

/** What must hold when nothing moves any more. */
export async function checkAtRest(
  tills: readonly Till[],
  host: HubHost,
  recorder: Recorder,
  receipts: ReadonlyMap<Till, readonly Receipt[]>,
  mayQuarantine: boolean,
): Promise<void> {
  const store = new SqliteHubStore(host.disk.db, () => host.disk.db);
  const lane = await store.lane();
  if (recorder.entries.length !== lane.head) throw new Violation('3 gap-free', 'the recorder has another log');
  const quarantined = new Map<string, Readonly<Record<string, unknown>>>();
  const numbered = [...recorder.lostNumbers];
  const aside = await store.quarantined();
  for (const fact of aside) {
    if (fact.code === 'duplicate_number')
      throw new Violation('9 numbers', `${fact.terminal}/${fact.mid} repeats a number`);
    if (!mayQuarantine)
      throw new Violation('1 nothing lost', `${fact.terminal}/${fact.mid} is put aside: ${fact.code}`);
    for (const operation of JSON.parse(JSON.parse(fact.mutation).ops)) {
      quarantined.set(`${operation.entity}\n${operation.id}`, operation.row ?? {});
      if (/^bill(_return)?$/.test(operation.entity)) numbered.push({ id: operation.id, row: operation.row ?? {} });
    }
  }
  for (const till of tills) {
    checkQuiet(till);
    checkReceipts(till, receipts.get(till) ?? [], recorder, quarantined);
    checkRefusals(till, recorder);
    if (till.schema < currentSchema) continue;
    checkPutAside(
      till,
      new Set(aside.filter(({ terminal }) => terminal === till.store.terminalId).map(({ mid }) => mid)),
    );
    const { cursor, chain, scopes } = till.store.replica.state();
    if (cursor !== lane.head || chain !== lane.chain) {
      throw new Violation(
        '20 checksums',
        `till ${till.index} is at ${cursor} ${chain}, the hub at ${lane.head} ${lane.chain}`,
      );
    }
    checkScopes(till, scopes, recorder);
    checkState(till, scopes, recorder, quarantined);
  }
  checkNumbers(recorder, numbered);
  checkMoney(recorder);
  checkOversold(recorder);
  checkReturned(recorder);
  await checkReplay(store, recorder, tills);
}

/** 6, 8, 16 */
function checkQuiet(till: Till): void {
  const { store } = till;
  const count = (text: string) => store.sql<[], { n: number }>(text).get()?.n ?? 0;
  const open = count(`SELECT count(*) AS n FROM outbox WHERE state <> 'acknowledged'`);
  if (open > 0) throw new Violation('6 outbox empty', `till ${till.index} has ${open} unanswered mutations`);
  if (till.schema >= currentSchema) {
    const left = count('SELECT (SELECT count(*) FROM shadow) + (SELECT count(*) FROM pending_write) AS n');
    if (left > 0) throw new Violation('6 no shadow', `till ${till.index} has ${left} rows of pending state`);
  }
  const wrong = auditLevels(store);
  if (wrong.length > 0) throw new Violation('8 levels', `till ${till.index}: ${JSON.stringify(wrong)}`);
  const broken = till.disk.db.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) throw new Violation('16 foreign keys', JSON.stringify(broken[0]));
  const [failure] = till.failures;
  if (failure !== undefined) throw new Violation('16 applies', `till ${till.index}: ${failure}`);
}

/** 1 */
function checkReceipts(
  till: Till,
  receipts: readonly Receipt[],
  recorder: Recorder,
  quarantined: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): void {
  for (const { entity, id, isFact } of receipts) {
    const key = `${entity}\n${id}`;
    if (recorder.has(entity, id) || quarantined.has(key)) continue;
    if (!isFact && recorder.refusedPuts.has(key)) continue;
    throw new Violation('1 nothing lost', `${entity} ${id} was saved at till ${till.index} and is not in the log`);
  }
}

/** 15 */
function checkRefusals(till: Till, recorder: Recorder): void {
  const rows = till.store
    .sql<[], OutboxRow>(`SELECT mid, ops, outcome, attention FROM outbox WHERE outcome LIKE '{"status":"rejected"%'`)
    .all();
  for (const { mid, attention } of rows) {
    if (attention !== 1)
      throw new Violation('15 reported', `nobody at till ${till.index} hears of refused mutation ${mid}`);
    const history = till.store
      .sql<[number, string], { n: number }>('SELECT count(*) AS n FROM field_history WHERE mid = ? AND terminal_id = ?')
      .get(mid, till.store.terminalId);
    if (history?.n !== 0)
      throw new Violation('15 no trace', `the history of till ${till.index} knows refused mutation ${mid}`);
  }
  const leaned = leanedOn(till);
  for (const key of recorder.refusedPuts) {
    const [entity = '', id = ''] = key.split('\n');
    if (recorder.has(entity, id) || leaned.has(key)) continue;
    const definition = definitionOf(entity as EntityName); // proof: an entity that was pushed and understood
    const mark = definition.kind === 'register' ? ' AND deleted_at IS NULL' : '';
    const found = till.store.sql<[string], object>(`SELECT 1 AS one FROM ${entity} WHERE id = ?${mark}`).get(id);
    if (found) throw new Violation('15 no trace', `till ${till.index} still shows refused ${entity} ${id}`);
  }
}

/** 15: what a till calls put aside is put aside at the hub, for something that matters. */
function checkPutAside(till: Till, aside: ReadonlySet<number>): void {
  const rows = till.store
    .sql<[], OutboxRow>(`SELECT mid, ops, outcome, attention FROM outbox WHERE outcome LIKE '{"status":"quarantined"%'`)
    .all();
  for (const { mid, outcome } of rows) {
    if (!aside.has(mid)) throw new Violation('15 reported', `till ${till.index} calls ${mid} put aside, which went in`);
    const { code, params } = JSON.parse(outcome ?? '{}');
    if (code === 'not_found' && params.entity === 'alert')
      throw new Violation('24 alerts', `an alert that is not there holds up ${mid} of till ${till.index}`);
  }
}

/**
 * Records of other tills that stay because a fact of this one refers to them, which the hub has put aside: a hub that was
 * restored may refuse what it took the first time, and what was sold to that customer here happened all the same.
 */
function leanedOn(till: Till): Set<string> {
  const outbox = till.store.sql<[], OutboxRow>('SELECT mid, ops, outcome, attention FROM outbox').all();
  const own = new Set<string>();
  const leaned = new Set<string>();
  for (const { ops, outcome } of outbox) {
    for (const operation of readOperations(ops) ?? []) {
      if (operation.op === 'put') own.add(`${operation.entity}\n${operation.id}`);
      if (!outcome?.startsWith('{"status":"quarantined"')) continue;
      for (const { entity, id } of referencesOf(operation)) leaned.add(`${entity}\n${id}`);
    }
  }
  return new Set([...leaned].filter((key) => !own.has(key)));
}

/** 14 */
function checkScopes(till: Till, scopes: readonly Scope[], recorder: Recorder): void {
  const record = recorder.rows.get(`terminal\n${till.store.terminalId}`);
  const expected = record?.row.role === 'office' && record.deleted === null ? 'office,shop' : 'shop';
  if ([...scopes].sort().join() !== expected) {
    throw new Violation('14 scopes', `till ${till.index} has ${scopes.join()} and should have ${expected}`);
  }
}

/** 4, 5, 7, 11, 14, 20: every record here is what folding the log gives, and none is missing. */
function checkState(
  till: Till,
  scopes: readonly Scope[],
  recorder: Recorder,
  quarantined: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): void {
  const expected = new Map<EntityName, Map<string, ModelRow>>();
  for (const [key, row] of recorder.rows) {
    const [entity = '', id = ''] = key.split('\n');
    const name = entity as EntityName; // proof: the recorder folds entities of the registry
    if (!scopes.includes(entities[name].access.scope)) continue;
    const rows = expected.get(name) ?? new Map<string, ModelRow>();
    rows.set(id, row);
    expected.set(name, rows);
  }
  for (const name of Object.keys(entities) as EntityName[]) {
    // proof: keys of the registry
    const rows = expected.get(name) ?? new Map<string, ModelRow>();
    const found = new Set<string>();
    for (const { id } of till.store.sql<[], { id: string }>(`SELECT id FROM ${name}`).all()) {
      found.add(id);
      const row = rows.get(id);
      const key = `${name}\n${id}`;
      if (row) {
        compare(till, name, id, row);
        compareSetAside(till, name, id, row);
      } else if (!quarantined.has(key) && !recorder.refusedPuts.has(key)) {
        throw new Violation('5 same state', `till ${till.index} has ${name} ${id}, the log has not`);
      }
    }
    for (const id of rows.keys()) {
      if (!found.has(id)) throw new Violation('5 same state', `till ${till.index} lacks ${name} ${id}`);
    }
  }
}

function compare(till: Till, name: EntityName, id: string, expected: ModelRow): void {
  const { fields, parts, kind } = definitionOf(name);
  const row = till.store.sql<[string], Record<string, unknown>>(`SELECT * FROM ${name} WHERE id = ?`).get(id) ?? {};
  const wrong = (field: string, value: unknown, right: unknown) =>
    new Violation(
      '5 same state',
      `till ${till.index}: ${name} ${id} ${field} is ${JSON.stringify(value)}, the log says ${JSON.stringify(right)}`,
    );
  for (const field of Object.keys(fields)) {
    if (row[field] !== expected.row[field]) throw wrong(field, row[field], expected.row[field]);
  }
  if (kind === 'register' && row.deleted_at !== expected.deleted)
    throw wrong('deleted_at', row.deleted_at, expected.deleted);
  for (const [part, { table, parent, key, fields: columns }] of Object.entries(parts)) {
    const text = `SELECT ${Object.keys(columns).join(', ')} FROM ${table} WHERE ${parent} = ? ORDER BY ${key.join(', ')}`;
    const children = JSON.stringify(till.store.sql<[string]>(text).all(id));
    const right = Array.isArray(expected.row[part]) ? expected.row[part] : [];
    const ordered = JSON.stringify(
      right.map((child) => Object.fromEntries(Object.keys(columns).map((c) => [c, child[c]]))),
    );
    if (children !== ordered) throw wrong(part, children, ordered);
  }
}

/** 20: what a later version wrote is kept for the day this one knows it. */
function compareSetAside(till: Till, name: EntityName, id: string, { row }: ModelRow): void {
  const { fields, parts } = definitionOf(name);
  const kept = new Map(
    till.store
      .sql<[string, string], { field: string; value: string }>(
        'SELECT field, value FROM set_aside WHERE entity = ? AND entity_id = ?',
      )
      .all(name, id)
      .map(({ field, value }) => [field, value]),
  );
  for (const [field, value] of Object.entries(row)) {
    if (field === 'id' || field in fields || field in parts) continue;
    if (kept.get(field) !== JSON.stringify(value)) {
      throw new Violation('20 set aside', `till ${till.index} keeps ${kept.get(field)} of ${name} ${id} ${field}`);
    }
  }
}

/** 17: all that was ever pushed comes once more, and changes nothing. */
async function checkReplay(store: HubStore, recorder: Recorder, tills: readonly Till[]): Promise<void> {
  const { head } = await store.lane();
  const pushes = new Pushes(store, { sha256, rules: mergeRules });
  const known = new Set((await store.terminals()).map(({ id }) => id));
  for (const { terminal, text } of recorder.pushes.slice(-40)) {
    const push = readUpstream(text);
    if (push?.t !== 'push' || !known.has(terminal)) continue;
    const session = new Session({ send: () => {}, buffered: () => 0, close: () => {} }, 0);
    session.terminal = terminal;
    // What never arrived may be new to the hub.
    const [{ last } = { last: 0 }] = (await store.load({ rows: [], mutations: [], numbers: [], terminals: [terminal] }))
      .terminals;
    const mutations = push.mutations.filter(({ mid }) => mid <= last);
    if (mutations.length > 0) await pushes.commit([{ session, push: { ...push, mutations } }], 0);
  }
  if ((await store.lane()).head !== head) throw new Violation('17 replay', 'pushing again moved the log');
  const last = recorder.entries.at(-1);
  for (const till of tills) {
    if (!last || till.schema < currentSchema) continue;
    const again = { from: last.seq - 1, to: last.seq, chain: '0'.repeat(32), entries: [] };
    if (till.store.replica.apply(again)) throw new Violation('17 replay', 'a frame was applied twice');
  }
}
