import type { HandlerInput, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { checkUnitDecimals } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { stockProduct } from '../stock';
import { badValue, checkField, cleanText } from '../text';
import { RecipeBook } from './book';

type Content = Pick<HandlerInput<'recipes.edit'>, 'batch' | 'lines' | 'note'>;
export type RecipeRow = Omit<Row<'recipe'>, 'lines'> & { readonly deleted_at: number | null };

/**
 * A recipe for a product. Asked again with the same id and contents nothing happens twice.
 *
 * @throws AppError `not_found`, `deleted`, `bad_value` with `field`, `recipe_exists`, `recipe_cycle`
 */
export function createRecipe(deps: ShopDeps, user: SignedIn, input: HandlerInput<'recipes.create'>): void {
  const { store } = deps;
  const { id, productId } = input;
  if (isWritten(store, input)) return;
  store.mutate({ name: 'recipe.create', kind: 'request', actor: user.staffId }, (m) => {
    const product = usable(store, productId);
    const fields = checked(store, productId, input);
    checkField('batch', () => checkUnitDecimals(input.batch, product.unit));
    refuseSecond(store, productId);
    refuseCycle(store, RecipeBook.read(store), productId, fields.lines);
    m.put('recipe', { id, product_id: productId, ...fields, created_at: m.at });
  });
}

/** Writes what differs. @throws as {@link createRecipe} but `recipe_exists` */
export function editRecipe(deps: ShopDeps, user: SignedIn, input: HandlerInput<'recipes.edit'>): void {
  const { store } = deps;
  const { id } = input;
  store.mutate({ name: 'recipe.edit', kind: 'request', actor: user.staffId }, (m) => {
    const { product_id } = readRecipeRow(store, id);
    const fields = checked(store, product_id, input);
    checkField('batch', () => checkUnitDecimals(input.batch, stockProduct(store, product_id).unit));
    refuseCycle(store, RecipeBook.read(store, id), product_id, fields.lines);
    m.set('recipe', id, fields);
  });
}

export function removeRecipe({ store }: ShopDeps, user: SignedIn, id: string): void {
  store.mutate({ name: 'recipe.remove', kind: 'request', actor: user.staffId }, (m) => m.del('recipe', id));
}

/** What came in its place meanwhile stays. @throws AppError `not_found`, `recipe_exists`, `recipe_cycle` */
export function restoreRecipe({ store }: ShopDeps, user: SignedIn, id: string): void {
  store.mutate({ name: 'recipe.restore', kind: 'request', actor: user.staffId }, (m) => {
    const { product_id, deleted_at } = readRecipeRow(store, id);
    if (deleted_at === null) return;
    refuseSecond(store, product_id);
    refuseCycle(store, RecipeBook.read(store), product_id, readLines(store, id));
    m.undel('recipe', id);
  });
}

/** A removed one too. @throws AppError `not_found` */
export function readRecipeRow(reads: Reads, id: string): RecipeRow {
  const row = reads.sql<[string], RecipeRow>('SELECT * FROM recipe WHERE id = ?').get(id);
  if (!row) throw new AppError('not_found', `No recipe ${id}`, { entity: 'recipe', id });
  return row;
}

type LineRow = Row<'recipe'>['lines'][number];

const readLines = (reads: Reads, id: string): LineRow[] =>
  reads
    .sql<[string], LineRow>(
      'SELECT line_no, product_id, quantity FROM recipe_line WHERE recipe_id = ? ORDER BY line_no',
    )
    .all(id);

/** @throws AppError `bad_value` where something else was written under its id */
function isWritten(reads: Reads, { id, productId, batch, lines, note }: HandlerInput<'recipes.create'>): boolean {
  const there = reads.sql<[string], RecipeRow>('SELECT * FROM recipe WHERE id = ?').get(id);
  if (!there) return false;
  const written = readLines(reads, id);
  const isSame =
    there.product_id === productId &&
    there.batch_quantity === batch &&
    there.note === cleanText(note) &&
    written.length === lines.length &&
    written.every((line, n) => line.product_id === lines[n]?.productId && line.quantity === lines[n]?.quantity);
  if (!isSame) throw badValue('id', 'Something else was written under this id');
  return true;
}

function checked(reads: Reads, productId: string, { batch, lines, note }: Content) {
  const before = new Set<string>();
  return {
    batch_quantity: batch,
    note: cleanText(note),
    lines: lines.map((line, index) => {
      const { unit, name } = usable(reads, line.productId);
      if (line.productId === productId) throw eaten(name);
      if (before.has(line.productId)) throw badValue('lines', `${name} twice`, { reason: 'twice', name });
      before.add(line.productId);
      checkField('lines', () => checkUnitDecimals(line.quantity, unit));
      return { line_no: index + 1, product_id: line.productId, quantity: line.quantity };
    }),
  };
}

/** @throws AppError `not_found`, `deleted` */
export function usable(reads: Reads, id: string) {
  const product = stockProduct(reads, id);
  const { name } = product;
  if (product.deleted_at !== null) throw new AppError('deleted', `${name} is deleted`, { entity: 'product', id, name });
  return product;
}

function refuseSecond(reads: Reads, productId: string): void {
  const other = reads
    .sql<[string], { id: string }>('SELECT id FROM recipe WHERE product_id = ? AND deleted_at IS NULL LIMIT 1')
    .get(productId);
  if (!other) return;
  const { name } = stockProduct(reads, productId);
  throw new AppError('recipe_exists', `${name} has a recipe`, { name, id: other.id });
}

function refuseCycle(reads: Reads, book: RecipeBook, productId: string, lines: readonly LineRow[]): void {
  const through = book.eatenThrough(
    productId,
    lines.map(({ product_id }) => product_id),
  );
  if (through !== null) throw eaten(stockProduct(reads, through).name);
}

const eaten = (name: string) => new AppError('recipe_cycle', `${name} is made of this`, { field: 'lines', name });
