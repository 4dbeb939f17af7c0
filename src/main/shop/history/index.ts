/** Who changed what of a record, from what to what. docs/store.md, "History" */
import type { ChangedField, FieldValue, Page, RecordChange, RecordKind } from '@shared/contract';
import { type Reads, readerJob } from '../../store';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { type Named, type Reader, removed, told } from './fields';

export function historyHandlers({ store }: ShopDeps): Handlers<'history.changes'> {
  return { 'history.changes': (input) => store.readers.run(changesJob, input) };
}

interface Question {
  readonly kind: RecordKind;
  readonly id: string;
  readonly offset: number;
  readonly limit: number;
}

interface ChangeRow {
  readonly id: string;
  readonly entity: string;
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly at: number;
  readonly staff: string | null;
  readonly byProgram: 0 | 1;
  readonly terminal: string | null;
}

/** A record that everybody edits for years has a long history; only a page of it is read. */
export const changesJob = readerJob('history.changes', (reads: Reads, question: Question): Page<RecordChange> => {
  const { kind, id, offset, limit } = question;
  const which = tellable(kind);
  const entities = JSON.stringify(which);
  const where = `FROM field_history AS h JOIN json_each(?) AS f
    ON h.entity = f.value ->> 0 AND h.field = f.value ->> 1
    WHERE h.entity_id = ? AND NOT (h.field = 'stated_at' AND EXISTS (SELECT 1 ${beside("'stated'")}))`;
  const total = reads.sql<[string, string], { n: number }>(`SELECT count(*) AS n ${where}`).get(entities, id)?.n ?? 0;
  const rows = reads
    .sql<[string, string, number, number], ChangeRow>(
      `SELECT CAST(h.rowid AS TEXT) AS id, h.entity, h.field, ${costAware('old')} AS old, ${costAware('new')} AS new, h.at,
         (SELECT name FROM staff WHERE id = h.actor) AS staff, h.actor = 'system' AS byProgram,
         (SELECT name FROM terminal WHERE id = h.terminal_id) AS terminal
       ${where} ORDER BY h.at DESC, h.rowid DESC LIMIT ? OFFSET ?`,
    )
    .all(entities, id, limit, offset);
  const name = (entity: Named, recordId: string) =>
    reads.sql<[string], { name: string }>(`SELECT name FROM ${entity} WHERE id = ?`).get(recordId)?.name ?? null;
  return {
    total,
    rows: rows.map(({ entity, field, old, new: after, ...row }) => {
      const read = readerOf(kind, entity, field);
      const value = (json: string | null): FieldValue => {
        const parsed: unknown = json === null ? null : JSON.parse(json);
        return parsed === null && read !== removed ? null : read(parsed, name);
      };
      return {
        ...row,
        byProgram: row.byProgram === 1,
        field: shownName(field),
        before: value(old),
        after: value(after),
      };
    }),
  };
});

/** The row of another field that was written at the same till in the same moment. */
const beside = (
  field: string,
): string => `FROM field_history AS o WHERE o.entity = h.entity AND o.entity_id = h.entity_id
  AND o.terminal_id = h.terminal_id AND o.at = h.at AND o.field = ${field}`;

/**
 * What a row tells as before (`old`) and after (`new`). Of a cost that somebody stated: what it was at that moment, which
 * purchases may have moved since it was last said, and nothing where it was taken away or had been.
 */
function costAware(side: 'old' | 'new'): string {
  const gone = `EXISTS (SELECT 1 ${beside("'deleted_at'")} AND o.${side} <> 'null')`;
  // A cost that is taken away keeps its amount, until somebody states another.
  const stood = `coalesce((SELECT o.old FROM field_history AS o WHERE o.entity = h.entity AND o.entity_id = h.entity_id
      AND o.field = 'cost' AND o.rowid > h.rowid ORDER BY o.rowid LIMIT 1),
    (SELECT CAST(cost AS TEXT) FROM product_cost WHERE id = h.entity_id))`;
  const taken = `WHEN EXISTS (SELECT 1 ${beside("'deleted_at'")}) THEN ${stood}`;
  return `CASE WHEN h.field NOT IN ('stated', 'stated_at') THEN h.${side} WHEN ${gone} THEN NULL
    WHEN EXISTS (SELECT 1 ${beside("'cost'")}) THEN (SELECT o.${side} ${beside("'cost'")})
    ${side === 'old' ? taken : ''} WHEN h.field = 'stated' THEN h.${side} ELSE ${stood} END`;
}

/** Pairs of entity and field. */
function tellable(kind: RecordKind): [entity: string, field: string][] {
  const [own] = Object.keys(told[kind]);
  const pairs = Object.entries(told[kind]).flatMap(([entity, fields]) =>
    Object.entries(fields).flatMap(([field, reader]): [string, string][] => (reader ? [[entity, field]] : [])),
  );
  return own === undefined ? pairs : [...pairs, [own, 'deleted_at']];
}

function readerOf(kind: RecordKind, entity: string, field: string): Reader {
  const reader = field === 'deleted_at' ? removed : told[kind][entity]?.[field];
  if (!reader) throw new Error(`${entity}.${field} is not told`);
  return reader;
}

const shownName = (field: string): ChangedField =>
  field === 'deleted_at' ? 'removed' : field === 'stated' || field === 'stated_at' ? 'cost' : (field as ChangedField); // proof: `tellable` asks for no other
