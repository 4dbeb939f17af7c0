import { isDocumentNumber } from '@shared/bill';
import {
  type BarcodeType,
  barcodeTypes,
  embeddedPattern,
  gstStateOf,
  isGstin,
  readEmbedded,
  readGs1,
  validateBarcode,
} from '@shared/codes';
import { ArithmeticError, quantityToDecimal, toDecimal } from '@shared/money';
import { differences, isObject, type Outcome, type PlainObject, show } from './example-compare';

/** Reads a code; what it says beside being valid. Throws an ArithmeticError for an invalid one. */
type Reader = (code: string, example: PlainObject) => PlainObject;

const readers: Readonly<Record<string, { read: Reader; inputs: readonly string[] }>> = {
  barcodes: { read: readBarcodeExample, inputs: ['pattern'] },
  gs1: { read: readGs1Example, inputs: [] },
  gstin: { read: (code) => said(isGstin(code), { state: gstStateOf(code) }), inputs: [] },
  documentNumbers: { read: (code) => said(isDocumentNumber(code), {}), inputs: [] },
};

/** Checks a `codes.json`: lists of examples by what they are examples of. */
export function checkCodeExamples(json: unknown): Outcome[] {
  if (!isObject(json))
    return [{ id: 'codes.json', failures: [{ key: 'file', expected: 'an object', got: show(json) }] }];
  return Object.entries(json).flatMap(([section, examples]): Outcome[] => {
    const reader = Object.hasOwn(readers, section) ? readers[section] : undefined;
    if (!reader || !Array.isArray(examples)) {
      return [{ id: section, failures: [{ key: section, expected: 'a known list of codes', got: 'no such key' }] }];
    }
    return examples.map((example) => checkCode(section, reader.read, reader.inputs, isObject(example) ? example : {}));
  });
}

function checkCode(section: string, read: Reader, inputs: readonly string[], example: PlainObject): Outcome {
  const { code, valid, id, source: _source, note: _note, ...rest } = example;
  const text = typeof code === 'string' ? code : '';
  const name = typeof id === 'string' ? id : `${section} ${show(code)}`;
  const expected = Object.fromEntries(Object.entries(rest).filter(([key]) => !inputs.includes(key)));
  let got: PlainObject;
  try {
    got = { ...read(text, example), valid: true };
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error;
    // What an invalid code would have said is nobody's expectation.
    if (valid === false) return { id: name, failures: [] };
    return { id: name, failures: [{ key: 'valid', expected: show(valid), got: `false: ${error.message}` }] };
  }
  return { id: name, failures: differences({ ...expected, valid: valid ?? true }, got) };
}

function said(valid: boolean, what: PlainObject): PlainObject {
  if (!valid) throw new ArithmeticError('bad_code', 'code', 'refused');
  return what;
}

const plainName = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

function readBarcodeExample(code: string, { type, pattern }: PlainObject): PlainObject {
  const known = barcodeTypes.find((candidate) => plainName(candidate) === plainName(show(type)));
  // Without the key `type` in what it says, the example fails on its unknown type.
  if (!known) return {};
  validateBarcode(code, known satisfies BarcodeType);
  if (typeof pattern !== 'string') return { type };
  const embedded = readEmbedded(code, embeddedPattern(pattern));
  if (!embedded) throw new ArithmeticError('bad_code', 'code', 'not a code of this pattern');
  return embedded.kind === 'quantity'
    ? { type, item: embedded.item, quantity: quantityToDecimal(embedded.quantity) }
    : { type, item: embedded.item, price: toDecimal(embedded.price, 'INR') };
}

function readGs1Example(code: string): PlainObject {
  const { elements, netWeight, ...said } = readGs1(code);
  const weight = netWeight === undefined ? {} : { netWeight: quantityToDecimal(netWeight) };
  const { batch, produced, ...others } = { ...said, ...weight };
  // Labels call these two by either name.
  const lots = batch === undefined ? {} : { batch, lot: batch };
  const days = produced === undefined ? {} : { produced, production: produced, productionDate: produced };
  const ais = Object.fromEntries([...elements].map(([identifier, value]) => [`(${identifier})`, value]));
  return { ...ais, ...others, ...lots, ...days };
}
