import type { Module } from './modules.ts';

/**
 * Finds import cycles, types included: modules that need each other are one module in two files. Answers at least
 * one cycle of every knot, found by depth-first search.
 */
export function findCycles(modules: readonly Module[]): string[][] {
  const edges = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target }) => (target.kind === 'file' ? [target.path] : [])),
    ]),
  );
  const done = new Set<string>();
  const trail: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string) => {
    const start = trail.indexOf(path);
    if (start >= 0) return void cycles.push([...trail.slice(start), path]);
    if (done.has(path)) return;
    trail.push(path);
    for (const next of edges.get(path) ?? []) visit(next);
    trail.pop();
    done.add(path);
  };
  for (const path of edges.keys()) visit(path);
  return cycles;
}
