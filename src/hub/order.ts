import { type Entity, type EntityName, entities } from '@shared/entities';

/** Every entity after those its records refer to: so a terminal that writes them in this order finds what it needs. */
export const dependencyOrder: readonly EntityName[] = order();

function order(): EntityName[] {
  const done = new Set<EntityName>();
  const visit = (name: EntityName, above: ReadonlySet<EntityName>) => {
    // A record may refer to one of its own kind, or two kinds to each other: then the order between them is anybody's.
    if (done.has(name) || above.has(name)) return;
    for (const needed of neededBy(name)) visit(needed, new Set([...above, name]));
    done.add(name);
  };
  for (const name of names()) visit(name, new Set());
  return [...done];
}

function names(): EntityName[] {
  return Object.keys(entities) as EntityName[]; // proof: the registry's own keys
}

function neededBy(name: EntityName): EntityName[] {
  const { fields, parts, access }: Entity = entities[name];
  const columns = [fields, ...Object.values(parts).map((part) => part.fields)].flatMap((each) => Object.values(each));
  const refers = new Set([access.extends, ...columns.map((column) => column.refers)]);
  return names().filter((other) => refers.has(other));
}
