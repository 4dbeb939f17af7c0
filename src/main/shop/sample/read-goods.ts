import { gs1CheckDigit } from '@shared/codes';
import { findCountry } from '@shared/countries';
import {
  addMoney,
  isUnit,
  type Money,
  maxMoney,
  money,
  portion,
  type Quantity,
  rate,
  readMoney,
  readRate,
  roundToUnit,
  type UnitCode,
  wholeUnits,
} from '@shared/money';
import { bakeryGoods } from './bakery-goods';
import { kiranaGoods } from './kirana-goods';

/** A product of the sample shop, before it has an id. */
export interface SampleProduct {
  readonly name: string;
  readonly brand: string | null;
  readonly category: string;
  readonly unit: UnitCode;
  readonly byWeight: boolean;
  /** Paise. */
  readonly price: Money;
  readonly mrp: Money | null;
  readonly cost: Money;
  readonly hsn: string;
  /** Name of one of India's tax classes. */
  readonly tax: string;
  readonly sku: string;
  readonly barcode: string;
  /** What should stay on the shelf. */
  readonly keep: Quantity;
}

/** All goods of kirana and bakery, each time the same. */
export function sampleGoods(): SampleProduct[] {
  const goods: SampleProduct[] = [];
  let category = { name: '', margin: 0, keep: 0 };
  for (const line of `${kiranaGoods}${bakeryGoods}`.split('\n')) {
    if (line.trim() === '') continue;
    const cells = line.split('|').map((cell) => cell.trim());
    if (line.startsWith('#')) {
      const [title = '', margin = '', keep = ''] = cells;
      category = { name: title.slice(2), margin: lastNumber(margin), keep: lastNumber(keep) };
      continue;
    }
    const [name = '', brand = '', sizes = '', hsn = '', tax = ''] = cells;
    for (const size of sizes.split(', ')) {
      goods.push(product(goods.length + 1, { name, brand: brand === '' ? null : brand, size, hsn, tax }, category));
    }
  }
  return goods;
}

const lastNumber = (text: string): number => Number(/\d+$/.exec(text)?.[0] ?? 0);

/** Words of a size that is no weight or volume, and the unit they are. */
const pieces: Readonly<Record<string, string>> = {
  pc: 'PCS',
  box: 'BOX',
  jar: 'PCS',
  pkt: 'PKT',
  tray: 'PCS',
  dozen: 'DOZ',
};

function product(
  number: number,
  line: { name: string; brand: string | null; size: string; hsn: string; tax: string },
  category: { name: string; margin: number; keep: number },
): SampleProduct {
  const [, size = '', rupees = ''] = /^(.*) (\d+)$/.exec(line.size) ?? /^(kg) (\d+)$/.exec(line.size) ?? [];
  const loose = size === 'kg';
  const word = /^1 (\p{L}+)$/u.exec(size)?.[1];
  const unit = loose ? 'KG' : word === undefined ? 'PCS' : (pieces[word] ?? 'PCS');
  if (!isUnit(unit) || rupees === '') throw new Error(`The sample has a line that cannot be read: ${line.name}`);
  const price = readMoney(rupees, 'INR', line.name);
  const code = String(number).padStart(5, '0');
  // What is weighed carries a scale's item code, the rest a code of the range of India under a number nobody has.
  const packed = `8900000${code}`;
  const isPiece = word !== undefined && word in pieces;
  return {
    name: loose || isPiece ? line.name + (word === 'box' || word === 'jar' ? ` ${word}` : '') : `${line.name} ${size}`,
    brand: line.brand,
    category: category.name,
    unit,
    byWeight: loose,
    price,
    // Packed goods sell at the MRP or a little below it.
    mrp:
      loose || line.brand === null
        ? null
        : number % 3 === 0
          ? addMoney(price, maxMoney(rupee, roundToUnit(portion(price, aTwentieth), rupee)))
          : price,
    cost: roundToUnit(portion(price, readRate(`${100 - category.margin}`, 'margin')), money(10)),
    hsn: line.hsn,
    tax: taxNamed(line.tax),
    sku: loose ? `W${code}` : `K${code}`,
    barcode: loose ? `21${code}` : `${packed}${gs1CheckDigit(packed)}`,
    keep: wholeUnits(category.keep),
  };
}

const rupee = money(100);
const aTwentieth = rate(50_000);

function taxNamed(rate: string): string {
  const [before = '', after] = rate.split('>');
  const beginning =
    rate === 'drinks' ? 'Aerated drinks' : after === undefined ? `GST ${before}%` : `GST ${after}% (${before}%`;
  const found = findCountry('IN')?.taxes.find(({ name }) =>
    after === undefined && rate !== 'drinks' ? name === beginning : name.startsWith(beginning),
  );
  if (!found) throw new Error(`The sample has a tax that India has not: ${rate}`);
  return found.name;
}
