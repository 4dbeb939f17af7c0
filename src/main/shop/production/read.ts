import type { HandlerInput, Page, ProductionLog, ProductionSummary } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Reads } from '../../store';

interface Found extends Omit<ProductionSummary, 'reversed'> {
  readonly reversed: 0 | 1;
}

const columns = `g.id, g.product_id AS productId, g.name, g.unit, g.quantity, g.made_day AS madeDay, g.part,
  (SELECT name FROM staff WHERE id = g.made_by) AS madeBy, g.at,
  (SELECT name FROM staff WHERE id = g.staff_id) AS staff,
  EXISTS (SELECT 1 FROM production_reversal WHERE log_id = g.id) AS reversed`;

const toSummary = <R extends Found>({ reversed, ...same }: R) => ({ ...same, reversed: reversed === 1 });

/** Conditions with their values; what is undefined is not asked for. */
export function whereOf(parts: readonly (readonly [sql: string, value: string | undefined])[]) {
  const asked = parts.filter(([, value]) => value !== undefined);
  return {
    where: asked.length === 0 ? '' : `WHERE ${asked.map(([sql]) => sql).join(' AND ')}`,
    values: asked.flatMap(([, value]) => value ?? []),
  };
}

/** The newest first. */
export function listProduction(reads: Reads, input: HandlerInput<'production.list'>): Page<ProductionSummary> {
  const { from, to, part, productId, offset, limit } = input;
  const { where, values } = whereOf([
    ['g.made_day >= ?', from],
    ['g.made_day <= ?', to],
    ['g.part = ?', part],
    ['g.product_id = ?', productId],
  ]);
  const rows = reads
    .sql<[(string | number)[]], Found>(
      `SELECT ${columns} FROM (SELECT * FROM production_log AS g ${where} ORDER BY g.at DESC, g.id DESC LIMIT ? OFFSET ?) AS g
       ORDER BY g.at DESC, g.id DESC`,
    )
    .all([...values, limit, offset]);
  const total = reads.sql<[string[]], { n: number }>(`SELECT count(*) AS n FROM production_log AS g ${where}`);
  return { rows: rows.map(toSummary), total: total.get(values)?.n ?? 0 };
}

/** @throws AppError `not_found` */
export function readProduction(reads: Reads, id: string): ProductionLog {
  const head = reads
    .sql<[string], Found & Pick<ProductionLog, 'note' | 'terminal'>>(
      `SELECT ${columns}, g.note, (SELECT name FROM terminal WHERE id = g.terminal_id) AS terminal
       FROM production_log AS g WHERE g.id = ?`,
    )
    .get(id);
  if (!head) throw new AppError('not_found', `No production log ${id}`, { entity: 'production_log', id });
  const lines = reads.sql<[string], ProductionLog['lines'][number]>(
    `SELECT line_no AS lineNo, product_id AS productId, name, unit, quantity FROM production_log_line
     WHERE log_id = ? ORDER BY line_no`,
  );
  const reversal = reads.sql<[string], NonNullable<ProductionLog['reversal']>>(
    `SELECT r.reason, r.at, s.name AS staff FROM production_reversal AS r LEFT JOIN staff AS s ON s.id = r.staff_id
     WHERE r.log_id = ?`,
  );
  return { ...toSummary(head), lines: lines.all(id), reversal: reversal.get(id) ?? null };
}
