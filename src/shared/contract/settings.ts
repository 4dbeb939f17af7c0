import { z } from 'zod';
import type { Row } from '../entities';
import { readBitmap } from '../paper';
import { command, query } from './call';
import { empty, money, name, note, percent, plain } from './inputs';

export type BusinessSettings = Omit<Row<'business_settings'>, 'created_at'>;

const optionalNote = note.nullable();
const flag = z.union([z.literal(0), z.literal(1)]);

export const settingsCalls = {
  'settings.get': query<BusinessSettings>()({ permission: 'member', input: () => empty }),
  /** Only the fields given change. Country and currency are for the life of the shop. */
  'settings.save': command<BusinessSettings>()({
    permission: 'settings.edit',
    input: () =>
      z.strictObject({
        name: name.optional(),
        language: z.enum(['en', 'hi']).optional(),
        time_zone: plain(60).optional(),
        tax_regime: z.enum(['india_gst', 'vat', 'sales_tax', 'none']).optional(),
        prices_include_tax: flag.optional(),
        rounding_method: z.enum(['line', 'document']).optional(),
        round_off_unit: money.optional(),
        cash_rounding_unit: money.optional(),
        negative_stock: z.enum(['allow', 'warn', 'block']).optional(),
        state_code: z
          .string()
          .regex(/^\d{2}$/)
          .nullable()
          .optional(),
        gstin: plain(15).nullable().optional(),
        address: optionalNote.optional(),
        phone: plain(30).nullable().optional(),
        upi_id: plain(100).nullable().optional(),
        receipt_header: optionalNote.optional(),
        receipt_footer: optionalNote.optional(),
        receipt_logo: z
          .string()
          .max(30_000)
          .refine((text) => readBitmap(text) !== null, 'a packed bitmap')
          .nullable()
          .optional(),
        receipt_code: z.enum(['none', 'code128', 'qr']).optional(),
        receipt_hsn: flag.optional(),
        bank_details: optionalNote.optional(),
        weight_codes: plain(200).optional(),
        require_shift: flag.optional(),
        blind_count: flag.optional(),
        cashier_returns: flag.optional(),
        cashier_discount_limit: percent.optional(),
        manager_discount_limit: percent.optional(),
        credit_days: z.number().int().min(0).max(3650).optional(),
        auto_lock_minutes: z.number().int().min(0).max(1440).optional(),
      }),
  }),
} as const;
