import type { BillLine } from '@shared/contract';
import { money, quantity } from '@shared/money';
import { describe, expect, it } from 'vitest';
import { allOf, linesOf, openLines, partsOf, refundWays } from './draft';

const line = (lineNo: number, returnable: number, charge = false): BillLine => ({
  lineNo,
  productId: null,
  name: `goods ${lineNo}`,
  hsn: null,
  unit: 'PCS',
  quantity: quantity(5_000),
  unitPrice: money(10_00),
  listPrice: money(10_00),
  discount: money(0),
  billDiscountShare: money(0),
  net: money(50_00),
  taxable: money(50_00),
  tax: money(0),
  total: money(50_00),
  charge,
  returnable: quantity(returnable),
  restocked: false,
  note: null,
});
const lines = [line(1, 5_000), line(2, 2_000)];

describe('what comes back', () => {
  it('is only what is left, and never packing or freight', () => {
    expect(openLines([line(1, 0), line(2, 1_000), line(3, 1_000, true)]).map(({ lineNo }) => lineNo)).toEqual([2]);
    expect(linesOf({ quantities: { 2: quantity(2_001) }, unsaleable: {} }, lines, 'broken')).toBeNull();
    expect(linesOf({ quantities: { 2: quantity(2_000) }, unsaleable: {} }, lines, 'broken')).toEqual([
      { lineNo: 2, quantity: 2_000, restock: true },
    ]);
  });

  it('goes back on the shelf unless it is damaged, and then says why', () => {
    expect(linesOf({ quantities: allOf(lines), unsaleable: { 1: true } }, lines, 'broken')).toEqual([
      { lineNo: 1, quantity: 5_000, restock: false, reason: 'broken' },
      { lineNo: 2, quantity: 2_000, restock: true },
    ]);
  });

  it('a chosen line without a readable quantity holds everything up', () => {
    expect(linesOf({ quantities: { 1: null, 2: quantity(1_000) }, unsaleable: {} }, lines, '')).toBeNull();
  });
});

describe('how it goes back', () => {
  it('an account is somebody’s', () => {
    expect(refundWays(false)).not.toContain('on_account');
    expect(refundWays(false)).toContain('store_credit');
    expect(refundWays(true)).toContain('on_account');
  });

  it('parts that were left empty are none', () => {
    expect(partsOf({ cash: money(5_00), card: null, upi: money(0) })).toEqual([{ method: 'cash', amount: 5_00 }]);
  });
});
