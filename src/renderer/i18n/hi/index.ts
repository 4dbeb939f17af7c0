import type { en } from '../en';
import type { WordsOf } from '../types';
import { clock } from './clock';
import { common } from './common';
import { counter } from './counter';
import { display } from './display';
import { errors } from './errors';
import { firstRun } from './first-run';
import { frame } from './frame';
import { network } from './network';
import { office } from './office';
import { pay } from './pay';
import { printing } from './printing';
import { receipt } from './receipt';
import { signIn } from './sign-in';
import { training } from './training';
import { trouble } from './trouble';

export const hi: WordsOf<typeof en> = {
  clock,
  common,
  counter,
  display,
  errors,
  firstRun,
  frame,
  network,
  office,
  pay,
  printing,
  receipt,
  signIn,
  training,
  trouble,
};

export { palette as hindiPalette } from './palette';
