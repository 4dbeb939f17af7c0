import { z } from 'zod';
import type { Row } from '../entities';
import { command, query } from './call';
import { empty, money, name, note } from './inputs';

export type BusinessSettings = Omit<Row<'business_settings'>, 'created_at'>;

const optionalNote = note.nullable();

export const settingsCalls = {
  'settings.get': query<BusinessSettings>()({ permission: 'member', input: empty }),
  /** Only the fields given change. Country and currency are for the life of the shop. */
  'settings.save': command<BusinessSettings>()({
    permission: 'settings.edit',
    input: z.strictObject({
      name: name.optional(),
      language: z.enum(['en', 'hi']).optional(),
      time_zone: z.string().max(60).optional(),
      tax_regime: z.enum(['india_gst', 'vat', 'sales_tax', 'none']).optional(),
      prices_include_tax: z.union([z.literal(0), z.literal(1)]).optional(),
      rounding_method: z.enum(['line', 'document']).optional(),
      round_off_unit: money.optional(),
      cash_rounding_unit: money.optional(),
      negative_stock: z.enum(['allow', 'warn', 'block']).optional(),
      state_code: z
        .string()
        .regex(/^\d{2}$/)
        .nullable()
        .optional(),
      gstin: z.string().max(15).nullable().optional(),
      address: optionalNote.optional(),
      phone: z.string().max(30).nullable().optional(),
      upi_id: z.string().max(100).nullable().optional(),
      receipt_header: optionalNote.optional(),
      receipt_footer: optionalNote.optional(),
      weight_codes: z.string().max(200).optional(),
    }),
  }),
} as const;
