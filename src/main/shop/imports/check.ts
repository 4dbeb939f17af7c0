import { stat } from 'node:fs/promises';
import { type Day, dayOf } from '@shared/clock';
import { type ImportCheck, type ImportField, type ImportProblem, missingField } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { UnitCode } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import { listTaxClasses } from '../catalogue';
import { changedFields, newFields } from './changes';
import type { Header } from './columns';
import { refuseChanged } from './file/open';
import type { FileRow } from './file/rows';
import { findGroups, GroupNames } from './groups';
import { findKnown, readKnown } from './known-product';
import { importLimits } from './limits';
import { Meter } from './meter';
import { writePlan } from './plan';
import { type ImportRow, type RowRules, readRow } from './read-row';
import { readRows, type Source } from './source';
import { taxFinder } from './tax-names';
import { CellProblem } from './values';

export interface CheckRequest {
  readonly source: Source;
  readonly header: Header;
  readonly mapping: readonly (ImportField | null)[];
  readonly settings: Pick<Row<'business_settings'>, 'currency' | 'tax_regime' | 'prices_include_tax' | 'time_zone'>;
  /** Where the good rows are written. */
  readonly plan: string;
  readonly meter: SharedArrayBuffer;
  readonly now: number;
}

/** Reads and judges the whole file on a reader thread; writes the plan and nothing else. */
export const checkJob = readerJob('import.check', async (reader, request: CheckRequest): Promise<ImportCheck> => {
  await refuseChanged(request.source.path, request.source.fingerprint);
  const meter = new Meter(request.meter);
  const { size } = await stat(request.source.path);
  meter.start('checking', request.source.format === 'csv' ? size : null);
  const plan = await writePlan<ImportRow>(request.plan);
  const checker = new Checker(reader, rulesOf(reader, request), request.mapping);
  try {
    let rows = 0;
    const onBytes = (bytes: number) => meter.report(bytes);
    for await (const row of readRows(request.source, request.source.format === 'csv' ? onBytes : undefined)) {
      if (row.row <= request.header.row) continue;
      const good = checker.check(row);
      if (good) await plan.add(good);
      if (++rows % 1000 === 0 && request.source.format === 'xlsx') meter.report(rows);
    }
    meter.throwIfCancelled();
    await plan.finish();
    return checker.result();
  } catch (error) {
    await plan.discard();
    throw error;
  }
});

export function rulesOf(reads: Reads, { settings, now }: Pick<CheckRequest, 'settings' | 'now'>): RowRules {
  const today: Day = dayOf(now, settings.time_zone);
  return {
    currency: settings.currency,
    findTax: taxFinder(listTaxClasses(reads), today),
    mrpBinds: settings.tax_regime === 'india_gst' && settings.prices_include_tax === 1,
  };
}

/** Refuses a mapping that no product can come of. @throws AppError `import_columns` */
export function checkMapping(mapping: readonly (ImportField | null)[], columns: number): void {
  const fields = mapping.filter((field) => field !== null);
  const refuse = (message: string, params: Record<string, string> = {}) =>
    new AppError('import_columns', message, params);
  if (mapping.length !== columns) throw refuse('The columns are not those of the file');
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) throw refuse(`Two columns are ${twice}`, { field: twice });
  const missing = missingField(mapping);
  if (missing !== null) throw refuse(`No column is the ${missing}`, { field: missing });
}

/** Judges row after row and keeps count. */
class Checker {
  readonly #reads: Reads;
  readonly #rules: RowRules;
  readonly #mapping: readonly (ImportField | null)[];
  readonly #names: GroupNames;
  /** Which row was the first with a code, or, without any code, with a name. */
  readonly #seen = new Map<string, number>();
  /** Whose codes those of a row are, once that was asked: it is asked once a row. */
  #holder: { row: number; id: string | undefined } | null = null;
  readonly #problems: ImportProblem[] = [];
  readonly #counts = { rows: 0, creates: 0, updates: 0, unchanged: 0, skipped: 0 };

  constructor(reads: Reads, rules: RowRules, mapping: readonly (ImportField | null)[]) {
    this.#reads = reads;
    this.#rules = rules;
    this.#mapping = mapping;
    this.#names = new GroupNames(reads);
  }

  /** The row when it is good and changes something. */
  check({ row, cells }: FileRow): ImportRow | null {
    this.#counts.rows++;
    try {
      const read = readRow(row, cells, this.#mapping, this.#rules, (sku, barcodes) => this.#unitOf(row, sku, barcodes));
      this.#refuseRepeated(read);
      const outcome = this.#outcome(read);
      this.#counts[outcome]++;
      return outcome === 'unchanged' ? null : read;
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      this.#counts.skipped++;
      if (this.#problems.length < importLimits.problems) {
        const column = this.#mapping.indexOf(error.field);
        const { field, code, params } = error;
        this.#problems.push({ row, field, code, params, text: (cells[column] ?? '').slice(0, 100) });
      }
      return null;
    }
  }

  result(): ImportCheck {
    return { ...this.#counts, problems: this.#problems };
  }

  #outcome(row: ImportRow): 'creates' | 'updates' | 'unchanged' {
    const { groups, complete } = findGroups(this.#names, row);
    const hasCodes = row.sku !== null || row.barcodes.length > 0;
    const id = hasCodes && this.#holder?.row === row.row ? this.#holder.id : findKnown(this.#reads, row);
    if (id === undefined) {
      newFields(row, groups);
      return 'creates';
    }
    const { fields, cost } = changedFields(row, readKnown(this.#reads, id), groups, this.#rules.mrpBinds);
    return complete && Object.keys(fields).length === 0 && cost === undefined ? 'unchanged' : 'updates';
  }

  #unitOf(row: number, sku: string | null, barcodes: readonly string[]): UnitCode | null {
    // Only a row with quantities and without a unit of its own needs to know.
    if (!this.#mapping.includes('stock') && !this.#mapping.includes('reorderLevel')) return null;
    const id = findKnown(this.#reads, { name: null, sku, barcodes });
    this.#holder = { row, id };
    return id === undefined ? null : readKnown(this.#reads, id).unit;
  }

  #refuseRepeated({ row, name, sku, barcodes }: ImportRow): void {
    const keys = barcodes.map((barcode): [ImportField, string] => ['barcode', barcode]);
    if (sku !== null) keys.push(['sku', sku.toLowerCase()]);
    if (keys.length === 0 && name !== null) keys.push(['name', name.toLowerCase()]);
    for (const [field, value] of keys) {
      const first = this.#seen.get(`${field}:${value}`);
      if (first !== undefined) throw new CellProblem(field, 'repeated', { row: first });
    }
    for (const [field, value] of keys) this.#seen.set(`${field}:${value}`, row);
  }
}
