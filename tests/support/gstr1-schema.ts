import { isGstin } from '@shared/codes';
import { z } from 'zod';

/**
 * GSTR-1 as the offline tool writes it and the portal's interface describes it (docs/gst-returns.md says from where), as far as
 * a shop has use for it. Strict: a key that is not described would be refused there too.
 */

/** Rupees with at most two decimals, fifteen digits before them. */
const rupees = z
  .number()
  .min(-999_999_999_999_999)
  .max(999_999_999_999_999)
  .refine((value) => Number(value.toFixed(2)) === value, 'two decimals');
const positive = rupees.min(0);
const rate = z.union([0, 0.1, 0.25, 1, 1.5, 3, 5, 6, 7.5, 12, 18, 28, 40].map((each) => z.literal(each)));
const gstin = z.string().refine(isGstin);
const state = z.string().regex(/^(0[1-9]|[12]\d|3[0-8]|97)$/);
const date = z.string().regex(/^(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-20\d\d$/);
const documentNumber = z.string().regex(/^[A-Za-z1-9][A-Za-z0-9/-]{0,15}$/);
const serial = z.int().min(1);

const interTax = { iamt: positive, csamt: positive };
const intraTax = { camt: positive, samt: positive, csamt: positive };
const base = { txval: positive, rt: rate };
const interDetail = z.strictObject({ ...base, ...interTax });
const detail = z.union([interDetail, z.strictObject({ ...base, ...intraTax })]);
const items = <T extends z.ZodType>(of: T) => z.array(z.strictObject({ num: serial, itm_det: of })).min(1);

const invoice = { inum: documentNumber, idt: date, val: positive };
const note = { ntty: z.literal('C'), nt_num: documentNumber, nt_dt: date, val: positive };
const regular = { pos: state, rchrg: z.literal('N'), inv_typ: z.literal('R') };

const small = { typ: z.literal('OE'), pos: state, rt: rate, txval: rupees };

const hsnRow = z.strictObject({
  num: serial,
  hsn_sc: z.string().regex(/^\d{4}(\d\d){0,2}$/),
  desc: z.string().max(30),
  uqc: z.string().regex(/^([A-Z]{3}|NA)$/),
  qty: z.number().refine((value) => Number(value.toFixed(2)) === value, 'two decimals'),
  rt: rate,
  txval: rupees,
  iamt: rupees,
  samt: rupees,
  camt: rupees,
  csamt: rupees,
});

const issued = z
  .strictObject({
    num: serial,
    from: documentNumber,
    to: documentNumber,
    totnum: z.int().min(1),
    cancel: z.int().min(0),
    net_issue: z.int().min(0),
  })
  .refine(({ totnum, cancel, net_issue }) => totnum - cancel === net_issue);

export const gstr1Schema = z.strictObject({
  gstin,
  fp: z.string().regex(/^(0[1-9]|1[0-2])20\d\d$/),
  version: z.string().regex(/^GST\d(\.\d){1,2}$/),
  hash: z.literal('hash'),
  b2b: z
    .array(
      z.strictObject({
        ctin: gstin,
        inv: z.array(z.strictObject({ ...invoice, ...regular, itms: items(detail) })).min(1),
      }),
    )
    .min(1)
    .optional(),
  b2cl: z
    .array(
      z.strictObject({ pos: state, inv: z.array(z.strictObject({ ...invoice, itms: items(interDetail) })).min(1) }),
    )
    .min(1)
    .optional(),
  b2cs: z
    .array(
      z.union([
        z.strictObject({ sply_ty: z.literal('INTRA'), ...small, camt: rupees, samt: rupees, csamt: rupees }),
        z.strictObject({ sply_ty: z.literal('INTER'), ...small, iamt: rupees, csamt: rupees }),
      ]),
    )
    .min(1)
    .optional(),
  cdnr: z
    .array(
      z.strictObject({
        ctin: gstin,
        nt: z.array(z.strictObject({ ...note, ...regular, itms: items(detail) })).min(1),
      }),
    )
    .min(1)
    .optional(),
  cdnur: z
    .array(z.strictObject({ ...note, typ: z.literal('B2CL'), pos: state, itms: items(interDetail) }))
    .min(1)
    .optional(),
  nil: z
    .strictObject({
      inv: z
        .array(
          z.strictObject({
            sply_ty: z.enum(['INTRB2B', 'INTRAB2B', 'INTRB2C', 'INTRAB2C']),
            expt_amt: rupees,
            nil_amt: rupees,
            ngsup_amt: rupees,
          }),
        )
        .length(4),
    })
    .optional(),
  hsn: z.strictObject({ hsn_b2b: z.array(hsnRow).min(1).optional(), hsn_b2c: z.array(hsnRow).min(1).optional() }),
  doc_issue: z.strictObject({
    doc_det: z.array(z.strictObject({ doc_num: z.union([z.literal(1), z.literal(5)]), docs: z.array(issued).min(1) })),
  }),
});

export type Gstr1 = z.infer<typeof gstr1Schema>;
