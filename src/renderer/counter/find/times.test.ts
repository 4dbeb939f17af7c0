import { expect, it } from 'vitest';
import { readTimes } from './times';

it('reads a quantity before the star and leaves the rest to the search', () => {
  expect(readTimes('5*')).toEqual({ times: 5000, text: '' });
  expect(readTimes(' 2.5 * rice ')).toEqual({ times: 2500, text: 'rice' });
  expect(readTimes('12×amul')).toEqual({ times: 12000, text: 'amul' });
});

it('takes for a search what is no quantity', () => {
  expect(readTimes('7up')).toEqual({ times: null, text: '7up' });
  expect(readTimes('0*')).toEqual({ times: null, text: '0*' });
  expect(readTimes('1.2.3*x')).toEqual({ times: null, text: '1.2.3*x' });
  expect(readTimes('5 * * 3')).toEqual({ times: 5000, text: '* 3' });
});
