import type { Entity } from './define';
import type { Field, Fields } from './fields';

type Values = Readonly<Record<string, unknown>>;

/** What a field is in a record that an older version of the app wrote without it; undefined when it must be there. */
export function valueBefore({ added }: Field<unknown>, row: Values): unknown {
  if (!added) return undefined;
  return 'like' in added ? row[added.like] : added.value;
}

/**
 * A record with the fields that came after it was written. A terminal that has not been updated yet goes on selling, and
 * what it sells is as good as anybody's.
 */
export function withAdded({ fields, parts }: Entity, row: Values): Values {
  return withParts(parts, withColumns(fields, row));
}

/** The same for an edit: fields that it does not name stay as they are, lists are whole. */
export function withParts(parts: Entity['parts'], row: Values): Values {
  let whole = row;
  for (const [name, part] of Object.entries(parts)) {
    const children = row[name];
    if (!Array.isArray(children)) continue;
    const fitted = children.map((child) => (isRow(child) ? withColumns(part.fields, child) : child));
    if (fitted.some((child, index) => child !== children[index])) whole = { ...whole, [name]: fitted };
  }
  return whole;
}

function withColumns(fields: Fields, row: Values): Values {
  let whole = row;
  for (const [column, field] of addedTo(fields)) {
    if (row[column] === undefined) whole = { ...whole, [column]: valueBefore(field, row) };
  }
  return whole;
}

const added = new WeakMap<Fields, readonly (readonly [string, Field<unknown>])[]>();

/** Few fields came later, and every record that a hub takes in is asked for them. */
function addedTo(fields: Fields): readonly (readonly [string, Field<unknown>])[] {
  let found = added.get(fields);
  if (!found) {
    found = Object.entries(fields).filter(([, field]) => field.added);
    added.set(fields, found);
  }
  return found;
}

const isRow = (child: unknown): child is Values => typeof child === 'object' && child !== null;
