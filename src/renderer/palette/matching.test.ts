import { expect, it } from 'vitest';
import { matching } from './matching';

const pages = [
  { id: 'stock', names: ['Stock', 'स्टॉक'] },
  { id: 'value', names: ['Stock and its value', 'स्टॉक और उसका मूल्य'] },
  { id: 'customers', names: ['Customers', 'ग्राहक', 'khata udhaar'] },
  { id: 'restock', names: ['Restock', 'फिर भरें'] },
  { id: 'gst', names: ['GST return', 'GST रिटर्न'] },
];
const ids = (text: string) => matching(pages, text).map(({ id }) => id);

it('a name that begins so stands before one that has it inside', () => {
  expect(ids('stock')).toEqual(['stock', 'value', 'restock']);
  expect(ids('val')).toEqual(['value']);
});

it('finds in either language, whatever the screen speaks, and by what people call it', () => {
  expect(ids('ग्राहक')).toEqual(['customers']);
  expect(ids('UDHAAR')).toEqual(['customers']);
  expect(ids('रिट')).toEqual(['gst']);
});

it('wants every word, in any order', () => {
  expect(ids('return gst')).toEqual(['gst']);
  expect(ids('gst stock')).toEqual([]);
});

it('finds nothing with nothing typed, and signs are no words', () => {
  expect(ids('  ')).toEqual([]);
  expect(ids('%')).toEqual([]);
});
