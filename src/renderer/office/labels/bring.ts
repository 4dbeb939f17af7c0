import { type CallInput, type LabelItem, mostLabelProducts, type PurchaseLine } from '@shared/contract';
import { scaleQuantity, unitDecimals, wholeUnits } from '@shared/money';
import { call } from '../../live';

type Wanted = { productId: string; copies: number }[];
type Filter = Omit<CallInput<'catalogue.products'>, 'offset' | 'limit'>;

const page = 200;

/**
 * One label for each product that a list shows but for some, up to as many as are printed in one go; removed ones get
 * none.
 */
export async function labelsOfList(filter: Filter, except: readonly string[] = []): Promise<Wanted> {
  const left = new Set(except);
  const wanted: Wanted = [];
  for (let offset = 0; wanted.length < mostLabelProducts; offset += page) {
    const { rows, total } = await call('catalogue.products', { ...filter, offset, limit: page });
    const more = rows.filter(({ id, deleted }) => !deleted && !left.has(id));
    wanted.push(...more.map(({ id }) => ({ productId: id, copies: 1 })));
    if (offset + page >= total) break;
  }
  return wanted.slice(0, mostLabelProducts);
}

/** As many as came in: pieces one each, what came by the box as many as are in it. What is weighed gets one, for the shelf. */
export async function labelsOfPurchase(lines: readonly PurchaseLine[]): Promise<Wanted> {
  const ids = [...new Set(lines.map(({ productId }) => productId))].slice(0, mostLabelProducts);
  const items = new Map((await call('labels.products', { ids })).map((item) => [item.id, item]));
  const copies = new Map<string, number>();
  for (const line of lines) {
    const item = items.get(line.productId);
    if (!item || item.problem === 'gone') continue;
    const before = copies.get(item.id) ?? 0;
    copies.set(item.id, isWeighed(item) ? 1 : before + (await piecesOf(line, item)));
  }
  return [...copies].map(([productId, count]) => ({ productId, copies: count }));
}

const isWeighed = ({ unit }: LabelItem): boolean => unitDecimals(unit) > 0;

async function piecesOf(line: PurchaseLine, item: LabelItem): Promise<number> {
  if (line.unit === item.unit) return whole(line.quantity);
  const { units } = await call('catalogue.product', { id: item.id });
  const unit = units.find((each) => each.unit === line.unit);
  return unit ? whole(scaleQuantity(line.quantity, unit.factor, wholeUnits(1))) : 1;
}

const whole = (thousandths: number): number => Math.max(1, Math.trunc(thousandths / 1000));
