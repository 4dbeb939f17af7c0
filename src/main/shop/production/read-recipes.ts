import type { BatchCost, HandlerInput, Page, Recipe, RecipeSummary } from '@shared/contract';
import { attempt, proportion, QUANTITY_SCALE, quantity } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import { literal } from '../text';
import { RecipeBook } from './book';
import { RecipeCosts } from './cost';
import { readRecipeRow } from './recipes';

interface Found extends Omit<RecipeSummary, 'circular' | 'twice' | 'cost' | 'ingredients' | 'removed'> {
  readonly removed: 0 | 1;
}

interface LineFound {
  readonly productId: string;
  readonly name: string;
  readonly unit: RecipeSummary['unit'];
  readonly quantity: RecipeSummary['batch'];
  readonly removed: 0 | 1;
}

const columns = `r.id, r.product_id AS productId, p.name, p.unit, r.batch_quantity AS batch, p.deleted_at IS NOT NULL AS removed`;

/** Goes through what was bought of every ingredient. `costs`: whoever asks may see them. */
export const recipeListJob = readerJob(
  'recipes.list',
  (reads: Reads, { text, offset, limit, costs }: HandlerInput<'recipes.list'> & { readonly costs: boolean }) => {
    const where = `r.deleted_at IS NULL AND p.name LIKE ? ESCAPE '\\'`;
    const like = `%${literal(text?.normalize('NFC').trim() ?? '')}%`;
    const rows = reads
      .sql<[string, number, number], Found>(
        `SELECT ${columns} FROM recipe AS r JOIN product AS p ON p.id = r.product_id WHERE ${where}
         ORDER BY p.name COLLATE NOCASE, r.created_at, r.id LIMIT ? OFFSET ?`,
      )
      .all(like, limit, offset);
    const total = reads
      .sql<[string], { n: number }>(
        `SELECT count(*) AS n FROM recipe AS r JOIN product AS p ON p.id = r.product_id WHERE ${where}`,
      )
      .get(like);
    const source = openBook(reads, costs);
    const page: Page<RecipeSummary> = {
      rows: rows.map((row) => summaryOf(source, row, linesOf(reads, row.id))),
      total: total?.n ?? 0,
    };
    return page;
  },
);

export const recipeJob = readerJob('recipes.get', (reads: Reads, { id, costs }: { id: string; costs: boolean }) =>
  readRecipe(reads, id, costs),
);

/** A removed one too. @throws AppError `not_found` */
export function readRecipe(reads: Reads, id: string, costs: boolean): Recipe {
  const { deleted_at, note } = readRecipeRow(reads, id);
  const row = reads
    .sql<[string], Found>(`SELECT ${columns} FROM recipe AS r JOIN product AS p ON p.id = r.product_id WHERE r.id = ?`)
    .get(id);
  if (!row) throw new Error(`The recipe ${id} is of no product`);
  const source = openBook(reads, costs);
  const lines = linesOf(reads, id);
  return {
    ...summaryOf(source, row, lines),
    note,
    deleted: deleted_at !== null,
    lines: lines.map(({ removed, ...line }) => ({
      ...line,
      removed: removed === 1,
      cost: source.costs?.ofLine(line) ?? null,
    })),
  };
}

interface Source {
  readonly book: RecipeBook;
  /** Null: not for whoever asks. */
  readonly costs: RecipeCosts | null;
}

function openBook(reads: Reads, costs: boolean): Source {
  const book = RecipeBook.read(reads);
  return { book, costs: costs ? new RecipeCosts(reads, book) : null };
}

function linesOf(reads: Reads, id: string): LineFound[] {
  return reads
    .sql<[string], LineFound>(
      `SELECT l.product_id AS productId, p.name, p.unit, l.quantity, p.deleted_at IS NOT NULL AS removed
       FROM recipe_line AS l JOIN product AS p ON p.id = l.product_id WHERE l.recipe_id = ? ORDER BY l.line_no`,
    )
    .all(id);
}

function summaryOf(source: Source, row: Found, lines: readonly LineFound[]): RecipeSummary {
  const { book } = source;
  return {
    ...row,
    removed: row.removed === 1,
    ingredients: lines.length,
    circular: book.isCircular(row.productId),
    twice: book.isTwice(row.productId),
    cost: costOf(source, row, lines),
  };
}

function costOf({ costs }: Source, { batch }: Found, lines: readonly LineFound[]): BatchCost {
  if (!costs) return { state: 'hidden' };
  const cost = costs.ofBatch({ lines });
  // A row that no screen can make must not keep all others off the list.
  const each = cost === null ? null : attempt(() => proportion(cost, quantity(QUANTITY_SCALE), batch));
  if (cost !== null && each?.ok) return { state: 'known', batch: cost, each: each.value };
  return { state: 'unknown', missing: lines.filter((line) => costs.ofLine(line) === null).map(({ name }) => name) };
}
