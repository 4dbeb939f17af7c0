import type { HandlerInput, Page, Supplier } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Money } from '@shared/money';
import type { Reads } from '../../store';
import { literal } from '../text';

type SupplierRow = Omit<Row<'supplier'>, 'created_at'> & { deleted_at: number | null; balance: Money };

/** What the shop owes is where the khata began and every line of it since. */
const select = `SELECT s.id, s.name, s.phone, s.gstin, s.state_code, s.address, s.email, s.opening_balance, s.note, s.deleted_at,
  s.opening_balance + coalesce((SELECT sum(t.amount) FROM party_transaction AS t
    WHERE t.party_type = 'supplier' AND t.party_id = s.id), 0) AS balance
  FROM supplier AS s`;

/** A removed one too. @throws AppError `not_found` */
export function readSupplier(reads: Reads, id: string): Supplier {
  const row = reads.sql<[string], SupplierRow>(`${select} WHERE s.id = ?`).get(id);
  if (!row) throw new AppError('not_found', `No supplier ${id}`, { entity: 'supplier', id });
  return toSupplier(row);
}

/** By name; with a text those whose name, phone or GSTIN has it. A shop has hundreds at most. */
export function listSuppliers(reads: Reads, { text, offset, limit }: HandlerInput<'suppliers.list'>): Page<Supplier> {
  const typed = text?.normalize('NFC').trim() ?? '';
  const like = `%${literal(typed)}%`;
  const where = `WHERE s.deleted_at IS NULL AND (s.name LIKE ? ESCAPE '\\' OR coalesce(s.phone, '') LIKE ? ESCAPE '\\'
    OR coalesce(s.gstin, '') LIKE ? ESCAPE '\\')`;
  const rows = reads
    .sql<(string | number)[], SupplierRow>(`${select} ${where} ORDER BY s.name COLLATE NOCASE, s.id LIMIT ? OFFSET ?`)
    .all(like, like, like, limit, offset);
  const total = reads
    .sql<string[], { n: number }>(`SELECT count(*) AS n FROM supplier AS s ${where}`)
    .get(like, like, like);
  return { rows: rows.map(toSupplier), total: total?.n ?? 0 };
}

function toSupplier({ state_code, opening_balance, deleted_at, ...same }: SupplierRow): Supplier {
  return { ...same, stateCode: state_code, openingBalance: opening_balance, deleted: deleted_at !== null };
}
