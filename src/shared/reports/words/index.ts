import type { Language } from '../../entities';
import { en, type ReportWords } from './en';
import { hi } from './hi';

export type { ReportWords } from './en';

export const reportWords: Readonly<Record<Language, ReportWords>> = { en, hi };
