import { z } from 'zod';
import { isMonth, type Month } from '../entities';
import { money as toMoney, quantity as toQuantity, rate as toRate } from '../money';

/** Every text that crosses has a cap, so that no caller can hand main a megabyte where a name is meant. */
export const limits = {
  name: 200,
  note: 1000,
  code: 64,
  search: 100,
  page: 200,
  linesPerBill: 10_000,
  /** Of a supplier's bill; with stock, costs and alerts a third of what can be told to the other tills as one. */
  linesPerPurchase: 2_000,
  /** Notes or coins of one denomination in one drawer. */
  countOfOneKind: 100_000,
  /** ₹9 999 999 999.99 in paise, and the like: far above any bill, far below the end of exact integers. */
  money: 999_999_999_999,
  /** 9 999 999.999 units. */
  quantity: 9_999_999_999,
} as const;

/** Control characters other than a line break never belong in a shop's texts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/;

/** What is not well formed (half an emoji, where a text was cut) is kept by no hub, and no other till is ever told of it. */
export const plain = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed(), 'half a character')
    .refine((value) => !controls.test(value), 'control characters');

/** Blanks and characters that are not seen: alone they are no name. */
const unseen = /[\p{Z}\p{Cf}]/gu;

export const name = plain(limits.name).refine((value) => value.replace(unseen, '').trim() !== '', 'empty');
export const note = plain(limits.note);
export const code = plain(limits.code).refine((value) => value.trim() !== '', 'empty');
export const searchText = plain(limits.search);
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const phone = z.string().regex(/^\+?[\d ()-]{4,20}$/);
export const stateCode = z.string().regex(/^\d{2}$/);
export const pin = z.string().regex(/^\d{4,8}$/);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** `YYYY-MM`, of 2000 to 2199. */
export const month = z
  .string()
  .refine(isMonth, 'no month of 2000 to 2199')
  // proof: as just seen
  .transform((value) => value as Month);
export const offset = z.number().int().min(0).max(10_000_000);
export const limit = z.number().int().min(1).max(limits.page);
export const empty = z.strictObject({});

/** Brands are put on here, where an integer within bounds has just been proved. */
export const money = z
  .number()
  .int()
  .min(0)
  .max(limits.money)
  .transform((value) => toMoney(value));
/** Such money that may be below zero. */
export const signedMoney = z
  .number()
  .int()
  .min(-limits.money)
  .max(limits.money)
  .transform((value) => toMoney(value));
export const quantity = z
  .number()
  .int()
  .min(1)
  .max(limits.quantity)
  .transform((value) => toQuantity(value));
/** A level to reorder at may be zero. */
export const levelQuantity = z
  .number()
  .int()
  .min(0)
  .max(limits.quantity)
  .transform((value) => toQuantity(value));
export const signedQuantity = z
  .number()
  .int()
  .min(-limits.quantity)
  .max(limits.quantity)
  .transform((value) => toQuantity(value));
/** Lines keep their numbers while others go, so numbers run higher than there are lines. */
export const lineNo = z.number().int().min(1).max(1_000_000);
/** What `staff.approve` answered: good once, for what it was asked for. */
export const approval = z.string().regex(/^[0-9a-f]{32}$/);
/** What a person was asked about and said yes to. */
export const confirm = z
  .array(z.enum(['cash_limit', 'credit_limit', 'advance']))
  .max(5)
  .default([]);
/** Goods of a bill that come back. Damaged ones do not go back on the shelf: `restock` false, and why. */
export const returnedLines = z
  .array(z.strictObject({ lineNo, quantity, restock: z.boolean().default(true), reason: note.optional() }))
  .min(1)
  .max(limits.linesPerBill);
/** 0 % to 100 %. */
export const percent = z
  .number()
  .int()
  .min(0)
  .max(1_000_000)
  .transform((value) => toRate(value));

/** What a customer and a supplier are saved with alike; null: not known. */
export const party = {
  /** A new one without it. */
  id: id.optional(),
  name,
  phone: phone.nullable(),
  gstin: plain(15).nullable(),
  stateCode: stateCode.nullable(),
  address: note.nullable(),
  email: plain(200).nullable(),
  note: note.nullable(),
};
