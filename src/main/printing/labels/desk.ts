import { writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type {
  HandlerInput,
  LabelItem,
  LabelJob,
  PaperWidth,
  PrinterProfileName,
  ProductSummary,
} from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Extent, pageUnits, rollSizes, sheets, sheetsFor, unitsOf } from '@shared/label-media';
import { type Copies, type LabelDesign, labelFacts, type PlacedLabel, placeLabel, portionsOf } from '@shared/labels';
import { money } from '@shared/money';
import { isLabelProfile } from '@shared/printers';
import { createWriter } from '@shared/receipt';
import type { Store } from '../../store';
import type { PagePort } from '../ports';
import { labelProfiles, profiles } from '../profiles';
import { barEncoder } from './bars';
import { checkWanted, refuseWithoutBars, viewItem, type Wanted } from './check';
import { drawLabels } from './dots';
import { sheetPage } from './pdf';
import { encodeZpl, needsDrawing } from './zpl';

export interface LabelPorts {
  readonly pages: PagePort;
  /** Asks the person where to; null when they would rather not. The suggestion's ending says what it will be. */
  readonly chooseLabelFile: (suggestion: string) => Promise<string | null>;
}

interface Deps {
  readonly store: Pick<Store, 'isSandbox'>;
  readonly settings: () => Row<'business_settings'>;
  /** In the order of the ids, removed ones too; unknown ones are left out. */
  readonly products: (ids: readonly string[]) => readonly ProductSummary[];
}

/** A printer as far as labels go. */
export interface LabelPrinter {
  readonly profile: PrinterProfileName;
  readonly width: PaperWidth;
}

export interface LabelDesk {
  products(input: HandlerInput<'labels.products'>): LabelItem[];
  preview(input: HandlerInput<'labels.preview'>): Promise<PlacedLabel>;
  savePdf(input: HandlerInput<'labels.savePdf'>): Promise<{ file: string | null; sheets: number }>;
  saveZpl(input: HandlerInput<'labels.saveZpl'>): Promise<{ file: string | null }>;
  /** What the queue is given, after everything has been checked; each portion is printed as one. */
  portions(input: HandlerInput<'labels.print'>, printer: LabelPrinter): Promise<{ job: LabelJob; label: string }[]>;
  /** The bytes of a portion. @throws AppError `not_found` when a product or its price is gone by now */
  encode(job: LabelJob, printer: LabelPrinter): Promise<Uint8Array>;
  /** A label that shows whether letters, scripts and bars come out. */
  encodeTest(printer: LabelPrinter): Promise<Uint8Array>;
}

/**
 * Labels in one portion. A receipt printer is asked when it has finished, and waited for 20 s: so many it can print meanwhile. A label
 * printer makes the copies itself and gives no answer.
 */
const portion = { receipt: 20, label: 1_000 } as const;

/** Receipt printers take minutes for that, and what waits longer than ten is not begun. */
const mostOnReceiptPrinter = 500;

/** Prices and codes as they are now, on sheets, in files and on printers. */
export function createLabelDesk(deps: Deps, { pages, chooseLabelFile }: LabelPorts): LabelDesk {
  const { settings, store, products } = deps;

  const place = async (
    wanted: readonly Copies<ProductSummary>[],
    design: LabelDesign,
    extent: Extent,
    perInch: number,
  ) => {
    const encode = await barEncoder();
    const writer = createWriter(settings());
    return inTurns(wanted, ({ label: product, copies }) => {
      const facts = labelFacts(product, design, writer, store.isSandbox);
      return { product, copies, placed: placeLabel(facts, design, { extent, perInch }, encode) };
    });
  };

  /** All that can be said against it is said before anything is printed. @throws AppError */
  const checked = async (
    { items, design, withoutCode }: { items: Wanted; design: LabelDesign; withoutCode: boolean },
    extent: Extent,
    perInch: number,
  ) => {
    const labels = await place(checkWanted(items, products), design, extent, perInch);
    if (design.bars && !withoutCode) refuseWithoutBars(labels);
    return labels;
  };

  const zpl = async (labels: readonly { readonly placed: PlacedLabel; readonly copies: number }[]) => {
    const toDraw = labels.map(({ placed }) => placed).filter(needsDrawing);
    const drawn = await drawLabels(pages, toDraw, settings().language);
    const drawing = new Map(toDraw.map((placed, index) => [placed, drawn[index]]));
    return Buffer.concat(
      await inTurns(labels, ({ placed, copies }) =>
        encodeZpl([{ label: placed, copies, drawn: drawing.get(placed) ?? null }]),
      ),
    );
  };

  return {
    products: ({ ids }) => products(ids).map(viewItem),

    async preview({ productId, design, on }) {
      const [product] = products([productId]);
      if (!product) throw new AppError('not_found', `No product ${productId}`, { entity: 'product', id: productId });
      const extent = on in sheets ? sheets[on as keyof typeof sheets] : rollSizes[on as keyof typeof rollSizes];
      const [label] = await place([{ label: product, copies: 1 }], design, extent, pageUnits);
      if (!label) throw new Error('One product is one label');
      return label.placed;
    },

    async savePdf(input) {
      const sheet = sheets[input.sheet];
      const labels = await checked(input, sheet, pageUnits);
      const items = labels.map(({ placed, copies }) => ({ label: placed, copies }));
      const count = sheetsFor(
        items.reduce((sum, { copies }) => sum + copies, 0),
        sheet,
        input.begin,
      );
      const file = await chooseLabelFile('labels.pdf');
      if (file === null) return { file, sheets: count };
      const { language, name } = settings();
      const page = sheetPage(items, sheet, input.begin, { language, title: name });
      await write(file, await pages.pdf(page, 'A4'));
      return { file, sheets: count };
    },

    async saveZpl(input) {
      const labels = await checked(input, rollSizes[input.size], labelProfiles[input.printer].perInch);
      const file = await chooseLabelFile('labels.zpl');
      if (file !== null) await write(file, await zpl(labels));
      return { file };
    },

    async portions(input, printer) {
      const { design, size, items } = input;
      const isForLabels = isLabelProfile(printer.profile);
      refuseTooWide(rollSizes[size], printer);
      const labels = await checked(input, rollSizes[size], perInchOf(printer));
      const count = items.reduce((sum, { copies }) => sum + copies, 0);
      if (!isForLabels && count > mostOnReceiptPrinter) {
        throw new AppError('labels_too_many', 'A receipt printer would take too long', { most: mostOnReceiptPrinter });
      }
      const most = isForLabels ? portion.label : portion.receipt;
      return portionsOf(
        labels.map(({ product, copies }) => ({ label: product, copies })),
        most,
      ).map((part) => {
        const [first] = part;
        const others = part.length - 1;
        return {
          job: { design, size, items: part.map(({ label, copies }) => ({ productId: label.id, copies })) },
          label: `${first?.label.name ?? ''}${others > 0 ? ` +${others}` : ''}`,
        };
      });
    },

    async encode({ design, size, items }, printer) {
      const labels = await place(stillThere(items, products), design, rollSizes[size], perInchOf(printer));
      const { profile, width } = printer;
      if (isLabelProfile(profile)) return zpl(labels);
      const { encodePictures } = await import('../escpos');
      const drawn = await drawLabels(
        pages,
        labels.map(({ placed }) => placed),
        settings().language,
      );
      const pictures = drawn.flatMap((picture, index) => Array(labels[index]?.copies ?? 0).fill(picture));
      return encodePictures(pictures, { profile: profiles[profile], width });
    },

    async encodeTest(printer) {
      const encode = await barEncoder();
      const writer = createWriter(settings());
      const facts = {
        name: `${settings().name} · ${testLetters}`,
        price: writer.money(testPrice),
        unitPrice: '',
        mrp: '',
        date: '',
        code: { type: 'Code 128' as const, text: 'GALLA-TEST' },
      };
      const design = { kind: 'item' as const, bars: true, packedOn: null };
      const ground = { extent: rollSizes['50x25'], perInch: perInchOf(printer) };
      return zpl([{ placed: placeLabel(facts, design, ground, encode), copies: 1 }]);
    },
  };
}

/** Labels between which the counter gets its turn. */
const atOnce = 10;

/** Like `map`, with pauses: a thousand labels take longer than a sale may wait. */
async function inTurns<From, To>(all: readonly From[], map: (each: From) => To): Promise<To[]> {
  const mapped: To[] = [];
  for (const each of all) {
    mapped.push(map(each));
    if (mapped.length % atOnce === 0) await setImmediate();
  }
  return mapped;
}

/** Letters that every printer has, some that few have, and a script. */
const testLetters = 'Aé₹ हिन्दी';
const testPrice = money(123_45);

/** @throws AppError `not_found` */
function stillThere(items: Wanted, products: Deps['products']): Copies<ProductSummary>[] {
  try {
    return checkWanted(items, products);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError('not_found', 'What was to be labelled is gone', {}, { cause });
  }
}

const perInchOf = ({ profile }: LabelPrinter): number =>
  isLabelProfile(profile) ? labelProfiles[profile].perInch : profiles[profile].perInch;

/** @throws AppError `labels_too_wide` (width of the paper in millimetres) */
function refuseTooWide({ width: tenths }: Extent, { profile, width }: LabelPrinter): void {
  if (isLabelProfile(profile)) return;
  const { perInch, paper } = profiles[profile];
  if (unitsOf(tenths, perInch) <= paper[width].dots) return;
  throw new AppError('labels_too_wide', 'The paper is narrower than the label', { width });
}

/** @throws AppError `file_not_written` */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (cause) {
    throw new AppError('file_not_written', 'The file could not be written', { file }, { cause });
  }
}
