import { z } from 'zod';
import type { ErrorCode, ErrorParams } from '../errors';
import { command, query } from './call';
import { empty } from './inputs';

/** What a column of the file can mean. */
export const importFields = [
  'name',
  'sku',
  'barcode',
  'price',
  'mrp',
  'cost',
  'unit',
  'category',
  'brand',
  'hsn',
  'tax',
  'stock',
  'reorderLevel',
] as const;
export type ImportField = (typeof importFields)[number];

/**
 * What a mapping lacks before anything can come of it, null when nothing: a new product needs a name and a price (or MRP);
 * known ones are found by SKU or barcode and need something to change.
 */
export function missingField(mapping: readonly (ImportField | null)[]): 'name' | 'price' | null {
  const has = (...wanted: ImportField[]) => wanted.some((field) => mapping.includes(field));
  const hasCode = has('sku', 'barcode');
  if (has('name')) return hasCode || has('price', 'mrp') ? null : 'price';
  if (!hasCode) return 'name';
  return mapping.some((field) => field !== null && field !== 'sku' && field !== 'barcode') ? null : 'price';
}

export const fileEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type FileEncoding = (typeof fileEncodings)[number];

/** One thing wrong with one row; the row is left out unless the file is mended. */
export interface ImportProblem {
  /** As the spreadsheet counts: a header at the top is row 1, empty rows count too. */
  row: number;
  field: ImportField | null;
  code:
    | ErrorCode
    | 'missing'
    | 'negative'
    | 'not_a_number'
    | 'too_precise'
    | 'formula'
    | 'repeated'
    | 'check_digit'
    | 'unknown_tax';
  params: ErrorParams;
  text: string;
}

export interface ImportPreview {
  /** Names this read of this file; later calls with another token are refused as stale. */
  token: string;
  file: string;
  format: 'csv' | 'xlsx';
  encoding: FileEncoding | null;
  /** CSV only: `,` `;` tab or `|`. */
  delimiter: string | null;
  sheets: string[];
  sheet: string | null;
  columns: string[];
  /** The row that names the columns, as the spreadsheet counts; 0 when none does. */
  headerRow: number;
  mapping: (ImportField | null)[];
  /** The first rows as they stand in the file, for the person to check the mapping against. */
  sample: string[][];
}

/** The whole file read and checked against the mapping; nothing is written yet. */
export interface ImportCheck {
  rows: number;
  /** New products, and known ones (by SKU or barcode) that would change. */
  creates: number;
  updates: number;
  unchanged: number;
  skipped: number;
  /** At most 500; `skipped` counts all of them. */
  problems: ImportProblem[];
}

export interface ImportResult {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  ms: number;
}

export interface ImportProgress {
  token: string;
  stage: 'reading' | 'checking' | 'writing';
  done: number;
  total: number | null;
}

const token = z.string().max(64);
const mapping = z.array(z.enum(importFields).nullable()).max(200);

export const importCalls = {
  /** Opens the system's file dialog; null when the person cancelled. */
  'import.choose': command<ImportPreview | null>()({ permission: 'catalogue.edit', input: () => empty }),
  /** Reads the chosen file again with another encoding, delimiter or sheet. */
  'import.reread': command<ImportPreview>()({
    permission: 'catalogue.edit',
    input: () =>
      z.strictObject({
        token,
        encoding: z.enum(fileEncodings).optional(),
        delimiter: z.enum([',', ';', '\t', '|']).optional(),
        sheet: z.string().max(200).optional(),
      }),
  }),
  'import.check': command<ImportCheck>()({
    permission: 'catalogue.edit',
    input: () => z.strictObject({ token, mapping }),
  }),
  /** Writes the good rows of the last check, all in one transaction or none. */
  'import.run': command<ImportResult>()({ permission: 'catalogue.edit', input: () => z.strictObject({ token }) }),
  'import.cancel': command<null>()({ permission: 'catalogue.edit', input: () => z.strictObject({ token }) }),
  'import.progress': query<ImportProgress | null>()({ permission: 'catalogue.edit', input: () => empty }),
} as const;
