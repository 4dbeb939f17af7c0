/** What stands in a form. Fields are compared by value: lists of barcodes are drafts as well. */
export type Draft = object;

/** Words beside the fields that cannot be right. */
export type FieldErrors<D> = { readonly [K in keyof D]?: string | undefined };

export function sameValue(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

export function sameDraft<D extends Draft>(a: D, b: D): boolean {
  return keysOf(a).every((key) => sameValue(a[key], b[key]));
}

/**
 * The record changed elsewhere while it was being edited: fields that this person has touched stay as they are, all
 * others follow. Two people who edit a name and a price both keep their work.
 */
export function mergeDraft<D extends Draft>(base: D, mine: D, theirs: D): D {
  const merged = { ...mine };
  for (const key of keysOf(theirs)) {
    if (sameValue(base[key], mine[key])) merged[key] = theirs[key];
  }
  return merged;
}

// proof: a draft is a plain object literal of its own type, with no other keys
const keysOf = <D extends Draft>(draft: D) => Object.keys(draft) as (keyof D)[];
