import type { HandlerInput, LabelItem, ProductSummary } from '@shared/contract';
import { AppError } from '@shared/errors';
import { mostLabels } from '@shared/label-media';
import { type Copies, hasPrice, labelCode, type PlacedLabel } from '@shared/labels';

export type Wanted = HandlerInput<'labels.savePdf'>['items'];

/** A product as far as its label goes, and why it cannot have one. */
export function viewItem(product: ProductSummary): LabelItem {
  const { id, name, unit, price, deleted } = product;
  const problem = deleted ? 'gone' : hasPrice(product) ? null : 'price';
  return { id, name, unit, price, code: labelCode(product), problem };
}

/**
 * What is wanted, with its products; everything is refused when one of them cannot be printed.
 *
 * @throws AppError `labels_too_many`, `labels_gone`, `labels_no_price`
 */
export function checkWanted(
  items: Wanted,
  products: (ids: readonly string[]) => readonly ProductSummary[],
): Copies<ProductSummary>[] {
  if (items.reduce((sum, { copies }) => sum + copies, 0) > mostLabels) {
    throw new AppError('labels_too_many', 'More labels than are printed in one go', { most: mostLabels });
  }
  const found = new Map(products(items.map(({ productId }) => productId)).map((product) => [product.id, product]));
  const there = items.flatMap(({ productId, copies }) => {
    const label = found.get(productId);
    return label && !label.deleted ? [{ label, copies }] : [];
  });
  if (there.length < items.length) {
    throw new AppError('labels_gone', 'Products were removed meanwhile', { count: items.length - there.length });
  }
  refuse(
    'labels_no_price',
    there.map(({ label }) => label).filter((product) => !hasPrice(product)),
  );
  return there;
}

/** Bars were wanted: no label is without them unless somebody has said so. @throws AppError `labels_no_code`, `labels_code_long` */
export function refuseWithoutBars(
  labels: readonly { readonly product: ProductSummary; readonly placed: PlacedLabel }[],
) {
  const without = labels.filter(({ product }) => labelCode(product) === null);
  refuse(
    'labels_no_code',
    without.map(({ product }) => product),
  );
  const long = labels.filter(({ placed }) => placed.isCodeTooLong);
  refuse(
    'labels_code_long',
    long.map(({ product }) => product),
  );
}

/** Names the first of those that cannot be printed, and says how many there are. @throws AppError */
function refuse(
  code: 'labels_no_price' | 'labels_no_code' | 'labels_code_long',
  [first, ...others]: readonly ProductSummary[],
): void {
  if (!first) return;
  throw new AppError(code, 'Some labels cannot be printed', { name: first.name, count: others.length + 1 });
}
