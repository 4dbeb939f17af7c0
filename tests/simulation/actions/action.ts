import type { Money } from '@shared/money';
import type { Till } from '../till';

/** A record that a person was told is saved. */
export interface Receipt {
  readonly entity: string;
  readonly id: string;
  readonly isFact: boolean;
  /** Of a purchase: how far its till had read the log then. */
  readonly knew?: number;
}

/** Everything a person may do at a till; returns what they were promised, or null when there was nothing to do it with. */
export type Action = (till: Till) => Receipt[] | null;

export const owner = 'owner';
export const cashier = 'cashier';

export const money = (value: number) => value as Money; // proof: a literal integer of minor units

export const fact = (name: string) => ({ name, kind: 'fact', actor: cashier }) as const;
export const request = (name: string, actor = owner) => ({ name, kind: 'request', actor }) as const;

export const idsOf = (till: Till, table: string, where = 'deleted_at IS NULL'): string[] =>
  till.store
    .sql<[], { id: string }>(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`)
    .all()
    .map(({ id }) => id);

export const pickOf = (till: Till, table: string, where?: string): string | null => {
  const ids = idsOf(till, table, where);
  return ids.length === 0 ? null : till.random.pick(ids);
};

export const receipt = (entity: string, id: string, isFact = true): Receipt => ({ entity, id, isFact });
