import { type Entity, type EntityName, entities } from '../entities';

/**
 * A unit is what merges as one: a field, a group of fields (price + MRP + tax class), a part as a whole list
 * (barcodes), or the mark of deletion. Its name is the field's, the group's or the part's.
 */
export type UnitName = string;

/** The values of one unit by field: `{ name }`, or `{ price, mrp, tax_class_id }`, or `{ barcodes: [...] }`. */
export type UnitValue = Readonly<Record<string, unknown>>;

/** The unit of soft deletion; its value is `{ deleted_at }`. */
export const deletion: UnitName = 'deleted_at';

const memo = new Map<string, ReadonlyMap<UnitName, readonly string[]>>();

/** The units of an entity with the fields of each, the mark of deletion not among them. */
export function unitsOf(name: EntityName): ReadonlyMap<UnitName, readonly string[]> {
  let units = memo.get(name);
  if (!units) {
    const entity: Entity = entities[name];
    const collected = new Map<UnitName, string[]>();
    for (const [field, { group }] of Object.entries(entity.fields)) {
      const unit = group ?? field;
      collected.set(unit, [...(collected.get(unit) ?? []), field]);
    }
    for (const part of Object.keys(entity.parts)) collected.set(part, [part]);
    units = collected;
    memo.set(name, units);
  }
  return units;
}

/** The unit a field or part belongs to. A field that this version does not know is a unit of its own. */
export function unitOf(name: EntityName, field: string): UnitName {
  const entity: Entity = entities[name];
  return entity.fields[field]?.group ?? field;
}

/** Fields of a `set`, put together by unit. */
export function byUnit(name: EntityName, fields: Readonly<Record<string, unknown>>): Map<UnitName, UnitValue> {
  const units = new Map<UnitName, Record<string, unknown>>();
  for (const [field, value] of Object.entries(fields)) {
    const unit = unitOf(name, field);
    const known = units.get(unit);
    if (known) known[field] = value;
    else units.set(unit, { [field]: value });
  }
  return units;
}
