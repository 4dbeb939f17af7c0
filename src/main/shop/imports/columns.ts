import { type ImportField, importFields } from '@shared/contract';
import type { FileRow } from './file/rows';
import { isEmpty } from './file/rows';

/** What people call a column, the surest name first: English as shops write it, Hindi, and what other tills export. */
const synonyms: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    ...['productname', 'itemname', 'name', 'product', 'item', 'title', 'description', 'particulars', 'itemdescription'],
    ...[
      'productdescription',
      'goods',
      'नाम',
      'उत्पाद',
      'उत्पादकानाम',
      'वस्तु',
      'वस्तुकानाम',
      'सामान',
      'सामानकानाम',
      'आइटम',
      'विवरण',
    ],
  ],
  sku: [
    ...[
      'sku',
      'itemcode',
      'productcode',
      'stockcode',
      'articlecode',
      'article',
      'articleno',
      'code',
      'partno',
      'itemno',
    ],
    ...['skucode', 'plu', 'कोड', 'एसकेयू', 'आइटमकोड'],
  ],
  barcode: ['barcode', 'barcodes', 'ean', 'ean13', 'eancode', 'upc', 'gtin', 'barcodeno', 'बारकोड'],
  price: [
    ...[
      'sellingprice',
      'saleprice',
      'salesprice',
      'salerate',
      'sellingrate',
      'retailprice',
      'unitprice',
      'price',
      'rate',
    ],
    ...['sp', 'ourprice', 'विक्रयमूल्य', 'बिक्रीमूल्य', 'दर', 'मूल्य', 'कीमत', 'दाम', 'भाव', 'रेट'],
  ],
  mrp: ['mrp', 'maximumretailprice', 'maxretailprice', 'listprice', 'एमआरपी', 'अधिकतमखुदरामूल्य', 'खुदरामूल्य'],
  cost: [
    ...['costprice', 'purchaseprice', 'purchaserate', 'buyingprice', 'cost', 'cp', 'landingcost', 'landedcost', 'ptr'],
    ...['unitcost', 'लागत', 'खरीदमूल्य', 'खरीददर', 'क्रयमूल्य'],
  ],
  unit: ['unit', 'uom', 'units', 'unitofmeasure', 'uqc', 'इकाई', 'यूनिट'],
  category: ['category', 'categoryname', 'group', 'itemgroup', 'department', 'section', 'श्रेणी', 'वर्ग', 'समूह', 'विभाग'],
  brand: ['brand', 'brandname', 'company', 'manufacturer', 'make', 'ब्रांड', 'ब्रैंड', 'ब्राण्ड', 'कंपनी', 'कम्पनी'],
  hsn: ['hsn', 'hsncode', 'hsnsac', 'hsnsaccode', 'hsnno', 'sac', 'एचएसएन', 'एचएसएनकोड'],
  tax: [
    ...[
      'gst',
      'gstrate',
      'gstslab',
      'tax',
      'taxrate',
      'taxpercent',
      'taxclass',
      'vat',
      'vatrate',
      'igst',
      'gstpercent',
    ],
    ...['जीएसटी', 'कर', 'करदर', 'टैक्स'],
  ],
  stock: [
    ...[
      'openingstock',
      'stock',
      'currentstock',
      'stockqty',
      'stockquantity',
      'openingqty',
      'closingstock',
      'stockinhand',
    ],
    ...['onhand', 'quantity', 'qty', 'balance', 'available', 'स्टॉक', 'स्टाक', 'मात्रा', 'भंडार', 'प्रारंभिकस्टॉक'],
  ],
  reorderLevel: [
    ...['reorderlevel', 'reorder', 'reorderpoint', 'minimumstock', 'minstock', 'minstocklevel', 'minqty', 'lowstock'],
    ...['alertquantity', 'न्यूनतमस्टॉक', 'पुनःआदेशस्तर'],
  ],
};

/** By the bare name: which field, and how sure (0 is surest). */
const known = new Map<string, { field: ImportField; rank: number }>();
for (const field of importFields) {
  for (const [rank, word] of synonyms[field].entries()) known.set(word, { field, rank });
}

/** Letters, digits and marks only; "Rate (₹)" and "GST %" are what they say without their units. */
function bare(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/\((?:₹|rs\.?|inr|in rs\.?|%|incl?\.?[^)]*)\)/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** Which column means what, each field at most once, the surest title taking it. */
export function guessMapping(titles: readonly string[]): (ImportField | null)[] {
  const best = new Map<ImportField, { column: number; rank: number }>();
  titles.forEach((title, column) => {
    const guess = known.get(bare(title));
    if (guess && guess.rank < (best.get(guess.field)?.rank ?? Number.POSITIVE_INFINITY)) {
      best.set(guess.field, { column, rank: guess.rank });
    }
  });
  const mapping: (ImportField | null)[] = titles.map(() => null);
  for (const [field, { column }] of best) mapping[column] = field;
  return mapping;
}

export interface Header {
  /** As the spreadsheet counts; 0 when no row names the columns. */
  readonly row: number;
  readonly columns: readonly string[];
}

/**
 * The row that names the columns: of the first rows the one with the most titles that are known; else the first row if
 * nothing in it is a number; else there is none and the columns are called A, B, C.
 */
export function findHeader(rows: readonly FileRow[]): Header {
  const candidates = rows.filter(({ cells }) => !isEmpty(cells)).slice(0, 20);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const titles = ({ cells }: FileRow) => guessMapping(cells).filter((field) => field !== null).length;
  const best = candidates.reduce<FileRow | undefined>(
    (found, row) => (titles(row) > (found ? titles(found) : 0) ? row : found),
    undefined,
  );
  const [first] = candidates;
  const header = best ?? (first && !first.cells.some((cell) => /\d/.test(cell)) ? first : undefined);
  const columns = Array.from({ length: width }, (_, index) => header?.cells[index]?.trim() || letterOf(index));
  return { row: header?.row ?? 0, columns };
}

/** As spreadsheets call their columns: A, B … Z, AA. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
