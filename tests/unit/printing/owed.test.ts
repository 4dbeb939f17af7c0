import type { PrintJob } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillShop, type Sample } from '../../contract/sample';
import { openTill, type Till } from '../../contract/world';
import { eventually } from '../../support/eventually';

let till: Till;
let sample: Sample;

beforeEach(async () => {
  till = await openTill();
  sample = await fillShop(till);
  await till.call('printing.savePrinter', {
    name: 'On the screen',
    kind: 'simulator',
    address: '',
    width: 80,
    profile: 'epson',
    isDefault: true,
    hasDrawer: true,
    printsSales: true,
  });
});

afterEach(() => till.close());

/** What was printed, oldest first, once all of it was. */
async function printed(): Promise<string[]> {
  let jobs: PrintJob[] = [];
  await eventually(async () => {
    jobs = await till.call('printing.jobs', {});
    expect(jobs.every(({ state }) => state === 'printed')).toBe(true);
  });
  return jobs.map(({ kind, label }) => `${kind} ${label}`).reverse();
}

async function sell(method: 'cash' | 'upi'): Promise<string> {
  const { cart } = await till.call('sales.addLine', { productId: sample.product.id, quantity: 1_000 });
  const amount = method === 'cash' ? cart.totals.cashDue : cart.totals.total;
  const payments = [{ method, amount }];
  const { billId } = await till.call('sales.complete', { cartId: cart.id, revision: cart.revision, payments });
  return billId;
}

const id = (last: number) => `0192a000-0000-7000-8000-00000000010${last}`;

describe('what the shop owes its customers on paper', () => {
  it('is a receipt for every sale, and the open drawer for cash alone', async () => {
    await sell('upi');
    expect(await printed()).toEqual(['bill A1/2627/000002']);
    await sell('cash');
    expect((await printed()).slice(1).sort()).toEqual(['bill A1/2627/000003', 'drawer A1/2627/000003']);
  });

  it('is a credit note for what comes back, and a slip for a bill that is void', async () => {
    const first = await sell('upi');
    const back = { returnId: id(1), billId: first, lines: [{ lineNo: 1, quantity: 1_000 }], reason: 'stale' };
    const { number } = await till.call('sales.return', { ...back, refund: 'upi' });
    const second = await sell('upi');
    const { billNumber } = await till.call('sales.void', { billId: second, reason: 'wrong goods' });
    const all = await printed();
    expect(all).toContain(`return ${number}`);
    expect(all).toContain(`void ${billNumber}`);
    expect(all.filter((job) => job.startsWith('drawer'))).toEqual([]);
  });

  it('is a slip for cash in and out, and the Z report, with the drawer open for the cash', async () => {
    await till.call('shift.open', { shiftId: id(2), float: 50_000 });
    await till.call('shift.cash', { entryId: id(3), direction: 'out', amount: 1_000, reason: 'tea' });
    await till.call('customers.receive', {
      paymentId: id(4),
      customerId: sample.customer,
      amount: 1_000,
      method: 'cash',
      confirm: ['advance'],
    });
    const { number } = await till.call('shift.close', { shiftId: id(2), counts: [{ denomination: 50_000, count: 1 }] });
    const all = await printed();
    expect(all).toEqual(expect.arrayContaining(['cash tea', 'drawer tea', 'payment Meera Nair', `shift ${number}`]));
    expect(all).toContain('drawer Meera Nair');
  });

  it('is an open drawer, on record, when somebody opens it without a sale', async () => {
    await till.call('drawer.open', { openingId: id(5), reason: 'change for a note' });
    expect(await printed()).toEqual(['drawer change for a note']);
  });

  it('is printed again only when asked for, and says that it is a duplicate', async () => {
    await till.call('printing.print', { kind: 'bill', id: sample.bill, copy: 'duplicate' });
    expect(await printed()).toEqual(['bill A1/2627/000001']);
    const [printer] = await till.call('printing.printers', {});
    const paper = await till.call('printing.paper', { printerId: printer?.id ?? '' });
    expect(paper?.text).toContain('DUPLICATE');
  });

  it('has the same words on the screen as on the paper', async () => {
    const { blocks } = await till.call('printing.receipt', { kind: 'bill', id: sample.bill, copy: 'original' });
    expect(JSON.stringify(blocks)).toContain('A1/2627/000001');
    expect(JSON.stringify(blocks)).not.toContain('DUPLICATE');
  });
});
