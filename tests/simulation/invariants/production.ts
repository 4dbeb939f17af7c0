import { readRecipe } from '../../../src/main/shop/production';
import { currentSchema, type Till } from '../till';
import { Violation } from '../world';
import { type Aside, type Books, hasHeld } from './books';

type Row = Readonly<Record<string, unknown>>;

const linesOf = ({ lines }: Row): Row[] => (Array.isArray(lines) ? lines : []);

/** What was made, in the log and at every till. */
export function checkProduction(books: Books, tills: readonly Till[], aside: readonly Aside[]): void {
  const logs = books.rows('production_log');
  const recipes = books.rows('recipe').filter(({ id }) => books.recorder.rows.get(`recipe\n${id}`)?.deleted === null);
  if (logs.length === 0 && recipes.length === 0) return;
  const reversed = new Set(books.rows('production_reversal').map(({ log_id }) => String(log_id)));
  for (const log of logs) checkWhole(books, log, reversed);
  const isHeld = aside.some(({ mutation }) => /production|recipe|product/.test(mutation));
  const circular = circlesOf(recipes);
  for (const till of tills) {
    // What was put aside stays visible where it was done.
    if (till.schema < currentSchema || (isHeld && hasHeld(till))) continue;
    for (const { id, product_id } of recipes) {
      const said = readRecipe(till.store, String(id), true).circular;
      const is = circular.has(String(product_id));
      if (said !== is)
        throw new Violation(
          '35 circles',
          `till ${till.index} says of ${id} that it goes round: ${said}, it does: ${is}`,
        );
    }
    for (const row of books.rows('production_log')) {
      const shown = till.store
        .sql<[string], { n: number }>('SELECT count(*) AS n FROM production_reversal WHERE log_id = ?')
        .get(String(row.id));
      if ((shown?.n ?? 0) !== (reversed.has(String(row.id)) ? 1 : 0))
        throw new Violation('34 made whole', `till ${till.index} has ${shown?.n} reversals of ${row.id}`);
    }
  }
}

/** 34: what was made is whole: its goods came, each ingredient went, once; taken back, each moved the other way, once. */
function checkWhole({ recorder }: Books, log: Row, reversed: ReadonlySet<string>): void {
  const id = String(log.id);
  const expected: readonly Row[] = [
    { line_no: 0, product_id: log.product_id, quantity: Number(log.quantity) },
    ...linesOf(log).map((line) => ({ ...line, quantity: -Number(line.quantity) })),
  ];
  const is = (document: string, { line_no, product_id, quantity }: Row, sign: 1 | -1) => {
    const moved = recorder.rows.get(`stock_movement\n${document}:${line_no}`)?.row ?? {};
    if (moved.product_id !== product_id || moved.quantity !== sign * Number(quantity))
      throw new Violation('34 made whole', `line ${line_no} of ${document} has moved ${moved.quantity}`);
  };
  for (const line of expected) {
    is(id, line, 1);
    if (reversed.has(id)) is(`${id}:reversed`, line, -1);
  }
}

/** Products that are made of themselves, by adding up who is made of whom until nothing is added. */
function circlesOf(recipes: readonly Row[]): Set<string> {
  const pairs = new Set(recipes.flatMap((row) => linesOf(row).map((line) => `${row.product_id}\n${line.product_id}`)));
  for (const pair of pairs) {
    const [made, of] = pair.split('\n');
    for (const other of pairs) {
      const [next, from] = other.split('\n');
      if (next === of) pairs.add(`${made}\n${from}`);
      if (from === made) pairs.add(`${next}\n${of}`);
    }
  }
  return new Set([...pairs].map((pair) => pair.split('\n')).flatMap(([a = '', b]) => (a === b ? [a] : [])));
}
