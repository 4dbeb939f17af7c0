import type { Language } from '@shared/entities';
import { createInstance, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export type { WordsOf } from './types';

/** All words, for the types of their keys. */
export type Words = typeof en;

/** English is in the first chunk; every other language is fetched when a shop or a person speaks it. */
export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
  initAsync: false,
});

const remembered = 'galla.language';

/** The language of the last start: it is asked for before main has said whose shop this is. */
export function rememberedLanguage(): Language {
  return localStorage.getItem(remembered) === 'hi' ? 'hi' : 'en';
}

/** Fetches a language's words, the palette's with them; English is there. */
export async function learn(language: Language): Promise<void> {
  if (language === 'en' || i18n.hasResourceBundle(language, 'translation')) return;
  const { hi, hindiPalette } = await import('./hi');
  i18n.addResourceBundle('hi', 'translation', hi);
  i18n.addResourceBundle('hi', 'palette', hindiPalette);
}

/** Speaks a language, fetching its words if need be. */
export async function speak(language: Language): Promise<void> {
  await learn(language);
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
  if (i18n.language !== language) await i18n.changeLanguage(language);
}

/** The words, outside of components. Inside, `useTranslation()`. */
export const words: TFunction = i18n.t;
