import type { en } from './en';

/** English decides which words there are. A key that a component misspells does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    resources: { translation: typeof en };
  }
}

/** The same keys with any text: another language that lacks one, or has one too many, does not compile. */
export type WordsOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : WordsOf<T[K]> };
