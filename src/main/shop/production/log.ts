import { dayOf, isDay } from '@shared/clock';
import type { HandlerInput, Logged, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { checkUnitDecimals, negQuantity } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { moveStock } from '../stock';
import { badValue, checkField, cleanText } from '../text';
import { readProduction } from './read';
import { usable } from './recipes';

/** Its place among the movements of a log; ingredients have the numbers of their lines. */
export const madeLine = 0;
export const movementOf = (documentId: string, lineNo: number): string => `${documentId}:${lineNo}`;

type Input = HandlerInput<'production.log'>;

/**
 * Writes down what was made: the document, the goods onto the shelf, the ingredients off it, levels and alerts, in one
 * transaction. It happened, so it is a fact: nobody refuses it later, and what there was too little of goes below nothing.
 * Asked again with the same id and contents nothing happens twice.
 *
 * @throws AppError `not_found`, `deleted`, `bad_value` with `field`
 */
export function logProduction(deps: ShopDeps, user: SignedIn, input: Input): Logged {
  const { store } = deps;
  const { id } = input;
  if (!isLogged(store, input)) {
    const settings = deps.settings();
    store.mutate({ name: 'production.log', kind: 'fact', actor: user.staffId, whole: true }, (m) => {
      const made = usable(store, input.productId);
      checkField('quantity', () => checkUnitDecimals(input.quantity, made.unit));
      const goods = ingredients(store, input);
      const stamp = stampOf(m, user, settings);
      m.put('production_log', {
        id,
        product_id: made.id,
        name: made.name,
        unit: made.unit,
        quantity: input.quantity,
        made_day: madeDay(input.madeDay, dayOf(m.at, settings.time_zone)),
        part: input.part,
        made_by: input.madeBy,
        recipe_id: input.recipeId,
        note: cleanText(input.note),
        ...stamp,
        lines: goods.map(({ line }) => line),
      });
      const source = (lineNo: number) => ({ documentType: 'production_log', documentId: id, lineNo });
      if (made.track_stock === 1) {
        const move = { id: movementOf(id, madeLine), quantity: input.quantity, source: source(madeLine) } as const;
        moveStock(m, deps, made, { ...move, reason: 'production' }, stamp);
      }
      for (const { product, line } of goods) {
        if (product.track_stock === 0) continue;
        const { line_no } = line;
        const move = { id: movementOf(id, line_no), quantity: negQuantity(line.quantity), source: source(line_no) };
        moveStock(m, deps, product, { ...move, reason: 'consumption' }, stamp);
      }
    });
  }
  return { log: readProduction(store, id), below: belowNothing(store, id) };
}

/** The day may be over, and is none to come. */
function madeDay(day: string, today: string) {
  if (!isDay(day)) throw badValue('madeDay', `No such day: ${day}`, { reason: 'day' });
  if (day > today) throw badValue('madeDay', 'That is still to come', { reason: 'future' });
  return day;
}

function ingredients(reads: Reads, { productId, lines }: Input) {
  const before = new Set([productId]);
  return lines.map((line, index) => {
    const product = usable(reads, line.productId);
    const { id, name, unit } = product;
    if (before.has(id)) throw badValue('lines', `${name} twice`, { reason: 'twice', name });
    before.add(id);
    checkField('lines', () => checkUnitDecimals(line.quantity, unit));
    const row = { line_no: index + 1, product_id: id, name, unit, quantity: line.quantity };
    return { product, line: row satisfies Row<'production_log'>['lines'][number] };
  });
}

/** The answer to logging it got lost. @throws AppError `bad_value` where something else was logged under its id */
function isLogged(reads: Reads, input: Input): boolean {
  const { id } = input;
  const there = reads
    .sql<[string], Omit<Row<'production_log'>, 'lines'>>('SELECT * FROM production_log WHERE id = ?')
    .get(id);
  if (!there) return false;
  const lines = readProduction(reads, id).lines;
  const isSame =
    there.product_id === input.productId &&
    there.quantity === input.quantity &&
    there.made_day === input.madeDay &&
    there.part === input.part &&
    there.made_by === input.madeBy &&
    there.recipe_id === input.recipeId &&
    there.note === cleanText(input.note) &&
    lines.length === input.lines.length &&
    lines.every((line, n) => {
      const asked = input.lines[n];
      return line.productId === asked?.productId && line.quantity === asked.quantity;
    });
  if (!isSame) throw badValue('id', 'Something else was logged under this id');
  return true;
}

function belowNothing(reads: Reads, logId: string): Logged['below'] {
  return reads
    .sql<[string], Logged['below'][number]>(
      `SELECT p.id AS productId, p.name, p.unit, v.quantity AS stock FROM production_log_line AS l
       JOIN product AS p ON p.id = l.product_id AND p.track_stock = 1 JOIN stock_level AS v ON v.product_id = p.id
       WHERE l.log_id = ? AND v.quantity < 0 ORDER BY l.line_no`,
    )
    .all(logId);
}
