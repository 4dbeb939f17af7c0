import type { Day } from '../clock';
import type { FineMoney, Money, Quantity, Rate } from '../money';

/** How a column is stored. Every number in the shop is an integer; there is no REAL column. */
export type ColumnType = 'text' | 'integer';

/** One column: its SQL type, and (as a phantom) the TypeScript type of its values. */
export interface Field<T> {
  readonly column: ColumnType;
  readonly nullable: boolean;
  /** Fields of one group change as one when two terminals edit a record at the same time. */
  readonly group?: string;
  /** The entity whose record this id names. The record must exist wherever this one does; a test holds it to the SQL. */
  readonly refers?: string;
  /** What it is in a record that was written before there was the field. */
  readonly added?: Default;
  /** Never set; carries T. */
  readonly _type?: T;
}

/** A value, or that of another field of the record. */
export type Default = { readonly value: string | number | null } | { readonly like: string };

/** 1 or 0: SQLite has no boolean. */
export type Flag = 0 | 1;

const integer = <T>(): Field<T> => ({ column: 'integer', nullable: false });

export const text = <T extends string = string>(): Field<T> => ({ column: 'text', nullable: false });
/** A UUIDv7, or an id derived from a document and its line (`<document>:<line>`). */
export const id = (): Field<string> => ({ column: 'text', nullable: false });
/** The id of a record of another entity, which must be there first. */
export const ref = (entity: string): Field<string> => ({ column: 'text', nullable: false, refers: entity });
/** `YYYY-MM-DD`. */
export const day = (): Field<Day> => ({ column: 'text', nullable: false });
/** Minor units of the shop's currency. */
export const money = (): Field<Money> => integer();
/** Finer than a minor unit: a cess per piece of 1.591. */
export const fineMoney = (): Field<FineMoney> => integer();
/** Thousandths of the unit. */
export const quantity = (): Field<Quantity> => integer();
/** Parts per million: 18 % is 180000. */
export const rate = (): Field<Rate> => integer();
/** Milliseconds since 1970 UTC. */
export const time = (): Field<number> => integer();
/** A plain count or position. */
export const count = (): Field<number> => integer();
export const flag = (): Field<Flag> => integer();

/** The same field, allowed to be empty. */
export const optional = <T>(field: Field<T>): Field<T | null> => ({ ...field, nullable: true });

/** The same field as a member of a group that changes as one. */
export const grouped = <T>(group: string, field: Field<T>): Field<T> => ({ ...field, group });

/** The same field, which came after records were written without it. The migration that adds its column says the same. */
export const added = <T extends string | number | null>(field: Field<T>, value: NoInfer<T>): Field<T> => ({
  ...field,
  added: { value },
});

/** The same field, which came later and was until then what another field says. */
export const addedLike = <T>(field: Field<T>, like: string): Field<T> => ({ ...field, added: { like } });

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The row that a set of fields describes. */
export type RowOf<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };
