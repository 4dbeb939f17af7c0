import type { Row } from '@shared/entities';
import { money, rate } from '@shared/money';

/** The settings of a test shop in Maharashtra, made at `at`, ms. */
export function settingsRow(at: number): Row<'business_settings'> {
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
    round_off_unit: money(0),
    cash_rounding_unit: money(0),
    negative_stock: 'warn',
    state_code: '27',
    gstin: null,
    address: null,
    phone: null,
    upi_id: null,
    receipt_header: null,
    receipt_footer: null,
    receipt_logo: null,
    receipt_code: 'code128',
    receipt_hsn: 0,
    bank_details: null,
    weight_codes: '21{IIIII}{NNDDD} 22{IIIII}{PPPCC}',
    require_shift: 0,
    blind_count: 1,
    cashier_returns: 1,
    cashier_discount_limit: rate(100_000),
    manager_discount_limit: rate(300_000),
    credit_days: 30,
    auto_lock_minutes: 0,
    created_at: at,
  };
}
