import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CallInput } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually';
import { fillShop, type Sample } from './sample';
import { openTill, type Till } from './world';

let till: Till;
let sample: Sample;

const labelPrinter: CallInput<'printing.savePrinter'> = {
  name: 'Zebra',
  kind: 'file',
  address: 'zebra',
  width: 80,
  profile: 'zpl203',
  isDefault: true,
  hasDrawer: true,
  printsSales: true,
};
const receiptPrinter: CallInput<'printing.savePrinter'> = {
  ...labelPrinter,
  name: 'Front',
  kind: 'simulator',
  address: '',
  profile: 'epson',
  isDefault: false,
};

beforeEach(async () => {
  till = await openTill();
  sample = await fillShop(till);
});
afterEach(() => till.close());

const labels = (copies: number) => ({
  design: { kind: 'item', bars: true, packedOn: null } as const,
  items: [{ productId: sample.product.id, copies }],
  withoutCode: true,
  size: '50x25' as const,
});
const jobs = () => till.call('printing.jobs', {});
const written = (): string => readFileSync(join(dirname(till.file), 'prints', 'zebra.prn'), 'utf8');

describe('a label printer', () => {
  it('is never the main one, opens no drawer and prints no sale, whatever was asked for', async () => {
    const zebra = await till.call('printing.savePrinter', labelPrinter);
    expect(zebra).toMatchObject({ isDefault: false, hasDrawer: false, printsSales: false });
    expect((await till.call('printing.status', {})).printer).toBeNull();
    const front = await till.call('printing.savePrinter', receiptPrinter);
    expect(front.isDefault).toBe(true);
    // The one that sales went to becomes one for labels: there is none for sales then.
    await till.call('printing.savePrinter', { ...labelPrinter, name: 'Front', address: 'front', id: front.id });
    expect((await till.call('printing.status', {})).printer).toBeNull();
    const other = await till.call('printing.savePrinter', receiptPrinter);
    await till.call('printing.removePrinter', { id: other.id });
    expect((await till.call('printing.printers', {})).filter(({ isDefault }) => isDefault)).toEqual([]);
  });

  it('is not on the screen, which speaks another language', async () => {
    const onScreen = { ...labelPrinter, kind: 'simulator' as const, address: '' };
    await expect(till.call('printing.savePrinter', onScreen)).rejects.toThrow('bad_value');
  });

  it('gets labels through the queue, copies and all in one, and a test label', async () => {
    const { id } = await till.call('printing.savePrinter', labelPrinter);
    expect(await till.call('labels.print', { ...labels(250), printerId: id })).toEqual({ labels: 250, jobs: 1 });
    await eventually(async () => expect((await jobs())[0]).toMatchObject({ kind: 'labels', state: 'printed' }));
    expect(written().match(/\^XA/g)).toHaveLength(1);
    expect(written()).toContain('^PQ250,0,1,N');
    await till.call('printing.test', { id });
    await eventually(async () => expect((await jobs()).map(({ state }) => state)).toEqual(['printed', 'printed']));
    expect(written().match(/\^XA/g)).toHaveLength(2);
  });
});

describe('labels in the queue', () => {
  it('of which the product is removed before they are printed are not printed, and say why', async () => {
    const { id } = await till.call('printing.savePrinter', receiptPrinter);
    await till.call('printing.simulate', { printerId: id, fault: 'paper_out' });
    await till.call('labels.print', { ...labels(1), printerId: id });
    await eventually(async () => expect((await jobs())[0]).toMatchObject({ trouble: 'paper_out' }));
    await till.call('catalogue.removeProduct', { id: sample.product.id });
    await till.call('printing.simulate', { printerId: id, fault: 'none' });
    const [job] = await jobs();
    await till.call('printing.retry', { id: job?.id ?? '' });
    await eventually(async () => expect((await jobs())[0]).toMatchObject({ state: 'failed', trouble: 'no_document' }));
    expect(await till.call('printing.paper', { printerId: id })).toBeNull();
  });

  it('may be wanted by whoever sees the catalogue', async () => {
    const { id } = await till.call('printing.savePrinter', receiptPrinter);
    till.signInAs('cashier');
    expect(await till.call('labels.print', { ...labels(30), printerId: id })).toEqual({ labels: 30, jobs: 2 });
  });
});
