import type { ReportWords } from '@shared/reports';
import type { en } from './en';
import type { palette } from './palette';

/** English decides which words there are. A key that a component misspells does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    /** `reports` comes with its screens, from where files have the same words; `palette` with the palette. */
    resources: { translation: typeof en; reports: ReportWords; palette: typeof palette };
  }
}

/** The same keys with any text: another language that lacks one, or has one too many, does not compile. */
export type WordsOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : WordsOf<T[K]> };
