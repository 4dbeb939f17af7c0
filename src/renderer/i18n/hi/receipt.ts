import type { en } from '../en';
import type { WordsOf } from '../types';

export const receipt: WordsOf<(typeof en)['receipt']> = {
  label: 'बिल {{number}} की रसीद',
};
