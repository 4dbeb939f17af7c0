import type { TFunction } from 'i18next';

/** What gives the words, where there is no component to ask for them. */
export type WordsFor = TFunction;
