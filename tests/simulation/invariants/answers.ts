import type { EntityName } from '@shared/entities';
import { readOperations, referencesOf } from '@shared/sync';
import { auditLevels } from '../../../src/main/store';
import type { Receipt } from '../actions';
import { definitionOf, type Recorder } from '../recorder';
import { currentSchema, type Till } from '../till';
import { Violation } from '../world';

interface OutboxRow {
  mid: number;
  ops: string;
  outcome: string | null;
  attention: 0 | 1;
}

/** 6, 8, 16 */
export function checkQuiet(till: Till): void {
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
export function checkReceipts(
  till: Till,
  receipts: readonly Receipt[],
  recorder: Recorder,
  quarantined: ReadonlyMap<string, unknown>,
): void {
  for (const { entity, id, isFact } of receipts) {
    const key = `${entity}\n${id}`;
    if (recorder.has(entity, id) || quarantined.has(key)) continue;
    if (!isFact && recorder.refusedPuts.has(key)) continue;
    throw new Violation('1 nothing lost', `${entity} ${id} was saved at till ${till.index} and is not in the log`);
  }
}

/** 15 */
export function checkRefusals(till: Till, recorder: Recorder): void {
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
export function checkPutAside(till: Till, aside: ReadonlySet<number>): void {
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
