import { type Entity, entities, type Fields } from '../entities';

/**
 * Every registry that terminals and hubs have ever had, oldest first, by the SHA-256 of its {@link registryText}. An
 * entity or a field more is a line more here, and with it a higher schema; a test says which line. What stands here
 * stays as it is.
 */
const registries = [
  'before there was a hub',
  'b28d89f4f8eb581dade80babcfb655577533af7a480ccd66c861d300b1519412',
  '6a76a52c246c08b498d2a0e9bf57e7f70473dc6c1978adf63af2ad426f520b81',
  'c31f2a05132307a91a2384f751c09ad64a54fa35e9ccd4334ebe4075d383f812',
  '82d49f0442e2934a16237ce6c60cd9f575320e204c9b8501ebd73aa7a66d6139',
  '09d37286a753bb063fb80889ca1ba1c411273aabe3c6437481a5740e91296708',
  '6fdec87df56a6c534586a54442974c979ff16d3ac6a0e0550d5b79275187ae86',
];

/** Version of the registry. A terminal with a lower one than its hub only pushes. */
export const registrySchema = registries.length;

/** The fingerprint that today's registry must have. */
export const registryFingerprint = registries.at(-1);

/** All of the registry that another program would have to know to read its records; who may change them is not. */
export function registryText(): string {
  return JSON.stringify(
    Object.entries<Entity>(entities).map(([name, { kind, access, fields, parts }]) => [
      name,
      kind,
      access.scope,
      access.extends ?? null,
      columns(fields),
      Object.entries(parts).map(([part, { table, parent, key, fields: own }]) => [
        part,
        table,
        parent,
        key,
        columns(own),
      ]),
    ]),
  );
}

const columns = (fields: Fields) =>
  Object.entries(fields).map(([name, { column, nullable, group, refers, added }]) => [
    name,
    column,
    nullable,
    group ?? null,
    refers ?? null,
    // As long as no field had been added, this was not there either.
    ...(added ? [added] : []),
  ]);
