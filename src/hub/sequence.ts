import type { Scope } from '@shared/entities';
import {
  byUnit,
  deletion,
  type Effect,
  knownEntity,
  type MergeRules,
  type Mutation,
  nextChain,
  type Outcome,
  type Problem,
  payloadText,
  type RawOperation,
  type Sha256,
  type Written,
} from '@shared/sync';
import { operationsOf } from './operations';
import { allowed, isOnStaff, unallowed } from './permissions';
import { scopeOf } from './scopes';
import type { HubRow, StoredMutation, Versions } from './store';
import { documentNumber, isDerived, lostNumber, problemInShop } from './validate';
import type { WorkingSet } from './working-set';

export interface SequencerPorts {
  readonly sha256: Sha256;
  readonly rules: MergeRules;
}

/** What the sequencer answers to one mutation. */
export type Sequenced =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** Another mutation stands under this number: the terminal is a copy of itself. */
  | { readonly kind: 'fork' }
  /** Earlier mutations are missing. */
  | { readonly kind: 'gap'; readonly expected: number };

/**
 * Gives one mutation its place in the log: identity, validation, permission, merge. Never throws for what a terminal
 * sent, and always advances the lane: what cannot be applied is refused (a request) or put aside whole (a fact).
 *
 * @param now the hub's clock, ms
 */
export function sequence(
  set: WorkingSet,
  ports: SequencerPorts,
  terminalId: string,
  mutation: Mutation,
  now: number,
): Sequenced {
  const terminal = set.terminal(terminalId);
  if (!terminal) throw new Error(`Terminal ${terminalId} was not loaded`);
  const hash = ports.sha256(payloadText(mutation));
  if (mutation.mid <= terminal.last) {
    const known = set.mutation(terminalId, mutation.mid);
    return known?.hash === hash ? { kind: 'outcome', outcome: known.outcome } : { kind: 'fork' };
  }
  if (mutation.mid > terminal.last + 1) return { kind: 'gap', expected: terminal.last + 1 };
  const outcome = decide(set, ports, terminalId, mutation, hash, terminal.offset, now);
  set.writeMutation({ terminal: terminalId, mid: mutation.mid, hash, outcome });
  set.writeTerminal({ ...terminal, last: mutation.mid, lastHash: hash });
  return { kind: 'outcome', outcome };
}

/** Tries a quarantined fact once more. Its new outcome, or null when it still does not fit. */
export function replay(
  set: WorkingSet,
  ports: SequencerPorts,
  stored: StoredMutation,
  mutation: Mutation,
  now: number,
): Outcome | null {
  const operations = operationsOf(mutation);
  if (!operations || problemInShop(set, operations)) return null;
  const stamp = ports.rules.stamp(mutation.at, set.terminal(stored.terminal)?.offset ?? 0, now);
  const outcome = append(set, ports, stored.terminal, mutation, stored.hash, operations, stamp, now, 'replayed');
  set.writeMutation({ ...stored, outcome });
  set.release(stored.terminal, stored.mid);
  return outcome;
}

function decide(
  set: WorkingSet,
  ports: SequencerPorts,
  terminal: string,
  mutation: Mutation,
  hash: string,
  offset: number,
  now: number,
): Outcome {
  const operations = operationsOf(mutation);
  const problem: Problem | null = operations ? problemInShop(set, operations) : { code: 'unreadable', params: {} };
  const isFact = mutation.kind === 'fact';
  if (!operations || problem) {
    const { code, params } = problem ?? { code: 'unreadable', params: {} };
    if (!isFact) return { status: 'rejected', code, params };
    set.quarantine({ terminal, mid: mutation.mid, code, mutation: JSON.stringify(mutation), received: now });
    return { status: 'quarantined', code, params };
  }
  const forbidden =
    set.lane.founded && !isFact ? operations.find((operation) => !allowed(set, mutation.actor, operation)) : undefined;
  if (forbidden) return { status: 'rejected', ...unallowed(forbidden) };
  // A fact happened: a fired cashier's offline sale is taken and marked.
  const flag = set.lane.founded && !isOnStaff(set, mutation.actor) ? ('not_allowed' as const) : null;
  return append(
    set,
    ports,
    terminal,
    mutation,
    hash,
    operations,
    ports.rules.stamp(mutation.at, offset, now),
    now,
    flag,
  );
}

function append(
  set: WorkingSet,
  ports: SequencerPorts,
  terminal: string,
  mutation: Mutation,
  hash: string,
  operations: readonly RawOperation[],
  stamp: number,
  now: number,
  flag: 'not_allowed' | 'replayed' | null,
): Outcome {
  const seq = set.lane.head + 1;
  const effects: Effect[] = [];
  const by: By = { seq, terminal, stamp, at: mutation.at };
  for (const operation of operations) apply(set, ports.rules, operation, by, effects);
  const touched = new Set<Scope>(effects.flatMap(({ entity }) => scopeOf(entity) ?? []));
  // Its terminal has had its answer and learns from the entry alone that this went in, even where it changed nothing.
  if (flag === 'replayed') touched.add('shop');
  set.append({
    seq,
    terminal,
    mid: mutation.mid,
    name: mutation.name,
    actor: mutation.actor,
    at: mutation.at,
    received: now,
    ops: JSON.stringify(effects),
    scopes: [...touched].sort().join(' '),
    chain: nextChain(ports.sha256, set.lane.chain, terminal, mutation.mid, hash),
  });
  if (!set.lane.founded && set.written('staff').length > 0) set.lane = { ...set.lane, founded: true };
  const lost = effects.flatMap((effect) =>
    effect.op === 'lost'
      ? Object.keys(effect.fields).map((field) => ({ entity: effect.entity, id: effect.id, unit: field }))
      : [],
  );
  if (lost.length > 0) return { status: 'superseded', seq, lost };
  return flag === 'not_allowed' ? { status: 'ok', seq, flag } : { status: 'ok', seq };
}

interface By {
  readonly seq: number;
  readonly terminal: string;
  readonly stamp: number;
  readonly at: number;
}

function apply(set: WorkingSet, rules: MergeRules, operation: RawOperation, by: By, effects: Effect[]): void {
  const { entity, id } = operation;
  const current = set.row(entity, id);
  if (operation.op === 'put') {
    // There already: the same record came under another identity of its terminal (a fork's re-keyed work).
    if (current) {
      const lost = lostNumber(entity, current.row, operation.row);
      if (lost) effects.push({ op: 'lost', entity, id, fields: lost });
      return;
    }
    put(set, operation, by);
    effects.push({ op: 'put', entity, id, row: operation.row });
    return;
  }
  if (!current) {
    if (isDerived(entity)) return;
    throw new Error(`${entity} ${id} passed validation and is not there`);
  }
  if (operation.op === 'set') {
    setFields(set, rules, current, operation, by, effects);
  } else if (operation.op === 'del') {
    // Deleting wins over whatever happened meanwhile.
    if (current.deleted !== null) return;
    set.write({ ...current, deleted: by.at, versions: mark(current.versions, by), seq: by.seq });
    effects.push({ op: 'del', entity, id });
  } else if (current.deleted !== null) {
    const attempt = { base: operation.base, writer: by.terminal, stamp: by.stamp };
    if (rules.undelete(written(current.versions, deletion), attempt)) {
      set.write({ ...current, deleted: null, versions: mark(current.versions, by), seq: by.seq });
      effects.push({ op: 'undel', entity, id });
    } else {
      effects.push({ op: 'lost', entity, id, fields: { [deletion]: null } });
    }
  }
}

function put(set: WorkingSet, operation: Extract<RawOperation, { op: 'put' }>, by: By): void {
  const scope = scopeOf(operation.entity);
  if (!scope) throw new Error(`${operation.entity} passed validation and has no scope`);
  set.write({
    entity: operation.entity,
    id: operation.id,
    row: operation.row,
    versions: { '': [by.seq, by.terminal, by.stamp] },
    scope,
    deleted: null,
    seq: by.seq,
  });
  const number = documentNumber(operation);
  if (number !== null) set.takeNumber(operation.entity, number, operation.id);
}

function setFields(
  set: WorkingSet,
  rules: MergeRules,
  current: HubRow,
  operation: Extract<RawOperation, { op: 'set' }>,
  by: By,
  effects: Effect[],
): void {
  const { entity, id, base } = operation;
  const name = knownEntity(operation);
  const versions: Record<string, Versions[string]> = { ...current.versions };
  const won: Record<string, unknown> = {};
  const lost: Record<string, unknown> = {};
  for (const [unit, value] of byUnit(name, operation.fields)) {
    const attempt = { base: base[unit] ?? 0, writer: by.terminal, stamp: by.stamp };
    // An edit of a deleted record lost to the deletion.
    const stamp = current.deleted === null ? rules.write(written(current.versions, unit), attempt) : null;
    if (stamp === null) {
      Object.assign(lost, value);
    } else {
      versions[unit] = [by.seq, by.terminal, stamp];
      Object.assign(won, value);
    }
  }
  if (Object.keys(won).length > 0) {
    set.write({ ...current, row: { ...current.row, ...won }, versions, seq: by.seq });
    effects.push({ op: 'set', entity, id, fields: won });
  }
  if (Object.keys(lost).length > 0) effects.push({ op: 'lost', entity, id, fields: lost });
}

function written(versions: Versions, unit: string): Written {
  const found = versions[unit] ?? versions[''];
  if (!found) throw new Error('A record without a version');
  const [version, writer, stamp] = found;
  return { version, writer, stamp };
}

const mark = (versions: Versions, by: By): Versions => ({ ...versions, [deletion]: [by.seq, by.terminal, by.stamp] });
