import type { ReceiptDocument } from '../paper';
import { centred, pair, rule, shopHead, titled } from './parts';
import { createWriter, type ReceiptSettings } from './writer';

/** Letters that tell whether the code pages are right, and whether scripts come as pictures. */
const samples = ['Aa 0123456789 .,-/()', 'àéîõüñçß €£', '₹ ₦', 'ẹ ọ ṣ', 'हिन्दी नमस्ते'];

/** A paper that shows what this printer can do: sizes, letters, a whole line, a code. */
export function testPage(settings: ReceiptSettings, printer: string, columns: number, at: number): ReceiptDocument {
  const writer = createWriter(settings);
  const { words } = writer;
  const ruler = Array.from({ length: columns }, (_, index) => String((index + 1) % 10)).join('');
  return {
    title: `${words.testTitle} ${printer}`,
    language: writer.language,
    blocks: [
      ...shopHead(writer),
      ...titled(words.testTitle, []),
      rule,
      centred(words.testHello),
      pair(printer, writer.dateTime(at)),
      rule,
      centred(words.testColumns),
      { is: 'text', text: ruler, align: 'start' },
      ...samples.map((sample) => pair(words.testLetters, sample)),
      rule,
      { is: 'code', kind: 'qr', data: 'GALLA-TEST', caption: words.testScan },
      { is: 'code', kind: 'code128', data: 'GALLA-TEST', caption: 'GALLA-TEST' },
    ],
  };
}
