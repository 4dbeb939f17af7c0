import type { Bill, BillLine, BusinessSettings } from '@shared/contract';
import { money, quantity, rate } from '@shared/money';

/** 2026-11-21 10:00 in India. */
export const paperTime = Date.UTC(2026, 10, 21, 4, 30);

export function shopSettings(fields: Partial<BusinessSettings> = {}): BusinessSettings {
  return {
    id: 'shop',
    name: 'Asha Stores',
    country: 'IN',
    currency: 'INR',
    language: 'en',
    time_zone: 'Asia/Kolkata',
    tax_regime: 'india_gst',
    prices_include_tax: 1,
    rounding_method: 'line',
    round_off_unit: money(100),
    cash_rounding_unit: money(0),
    negative_stock: 'warn',
    state_code: '27',
    gstin: '27AAPFU0939F1ZV',
    address: '12 Station Road\nPune 411001',
    phone: '+91 98220 12345',
    upi_id: 'asha@upi',
    receipt_header: 'Open 8 to 9, every day',
    receipt_footer: 'Thank you, come again!',
    receipt_logo: null,
    receipt_code: 'code128',
    receipt_hsn: 0,
    bank_details: null,
    weight_codes: '',
    require_shift: 0,
    blind_count: 1,
    cashier_returns: 1,
    cashier_discount_limit: rate(100_000),
    manager_discount_limit: rate(300_000),
    credit_days: 30,
    auto_lock_minutes: 0,
    ...fields,
  };
}

export function billLine(lineNo: number, name: string, fields: Partial<BillLine> = {}): BillLine {
  return {
    lineNo,
    productId: null,
    name,
    hsn: '0713',
    unit: 'PCS',
    quantity: quantity(2_000),
    unitPrice: money(16_000),
    listPrice: money(16_000),
    discount: money(0),
    billDiscountShare: money(0),
    net: money(32_000),
    taxable: money(30_476),
    tax: money(1_524),
    total: money(32_000),
    charge: false,
    returnable: quantity(2_000),
    restocked: false,
    note: null,
    ...fields,
  };
}

/** A bill with a bit of everything: a discount, two tax rates, cash with change and the rest on account. */
export function paperBill(fields: Partial<Bill> = {}): Bill {
  return {
    id: '0192a000-0000-7000-8000-000000000001',
    number: 'A1/2627/000123',
    at: paperTime,
    day: '2026-11-21',
    cashier: 'Ravi',
    terminal: 'Counter 1',
    customer: { id: '0192a000-0000-7000-8000-000000000002', name: 'Meera Nair' },
    currency: 'INR',
    pricesIncludeTax: true,
    lines: [
      billLine(1, 'Toor dal 1 kg'),
      billLine(2, 'Basmati rice extra long grain, aged two years, 5 kg bag', {
        unit: 'BAG',
        quantity: quantity(1_000),
        unitPrice: money(62_000),
        discount: money(2_000),
        net: money(60_000),
        total: money(60_000),
      }),
      billLine(3, 'Crème brûlée', {
        unit: 'KG',
        quantity: quantity(1_250),
        unitPrice: money(48_000),
        net: money(60_000),
      }),
    ],
    taxes: [
      { kind: 'cgst', rate: rate(25_000), taxable: money(144_762), amount: money(3_619) },
      { kind: 'sgst', rate: rate(25_000), taxable: money(144_762), amount: money(3_619) },
    ],
    hsn: [],
    payments: [{ method: 'cash', amount: money(100_000), tendered: money(100_000), reference: null }],
    subtotal: money(154_000),
    lineDiscount: money(2_000),
    billDiscount: money(0),
    charges: money(0),
    taxable: money(144_762),
    tax: money(7_238),
    roundOff: money(0),
    total: money(152_000),
    cashRounding: money(0),
    paid: money(100_000),
    change: money(0),
    due: money(52_000),
    dueDay: '2026-12-21',
    returns: [],
    voided: null,
    note: null,
    ...fields,
  };
}
