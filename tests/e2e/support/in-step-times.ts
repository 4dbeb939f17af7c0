import type { RunningApp } from './app';
import { call, createProduct } from './calls';
import { notePainting, paintedAt, sellOne } from './painted';
import { visit } from './visit';

export interface InStepTimes {
  /** ms from the answer "it is on the disk" at one till until another's list of bills had been painted with it. */
  readonly bills: readonly number[];
  /** The same until the other's list of products had been painted with the new stock. */
  readonly stock: readonly number[];
}

/** Sells at one till while another shows first its bills, then its products; so many sales for each. */
export async function measureInStep(from: RunningApp, to: RunningApp, sales: number): Promise<InStepTimes> {
  const soap = await createProduct(from.page, 'Lux soap 100 g', 5_000, 0);
  await visit(to.page, '/bills');
  await notePainting(to.page, /([A-Z]\d+\/[\d-]+\/\d{6})/);
  const bills: number[] = [];
  for (let sale = 0; sale < sales; sale++) {
    const { number, at } = await sellOne(from.page, soap.id);
    bills.push((await paintedAt(to.page, number)) - at);
  }
  await visit(to.page, '/products');
  const { stock } = await call(from.page, 'catalogue.product', { id: soap.id });
  let left = Number(stock) / 1000;
  // In the shop's own way of writing it.
  const written = (pieces: number) => pieces.toLocaleString('en-IN');
  await notePainting(to.page, /Lux soap 100 g[^\d]*(\d,\d{3})/);
  await paintedAt(to.page, written(left));
  const stocks: number[] = [];
  for (let sale = 0; sale < sales; sale++) {
    const { at } = await sellOne(from.page, soap.id);
    left -= 1;
    stocks.push((await paintedAt(to.page, written(left))) - at);
  }
  return { bills, stock: stocks };
}
