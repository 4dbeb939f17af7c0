import type { TFunction } from 'i18next';
import { i18n } from '../i18n';
import { palette } from '../i18n/palette';

/** The words of one language: of the screens, of the reports and of the palette itself. */
export interface Language {
  readonly t: TFunction;
  readonly reports: TFunction<'reports'>;
  readonly own: TFunction<'palette'>;
}

i18n.addResourceBundle('en', 'palette', palette);

/** The words of a language, whichever the screen speaks. */
export const languageOf = (language: string): Language => ({
  t: i18n.getFixedT(language),
  reports: i18n.getFixedT(language, 'reports'),
  own: i18n.getFixedT(language, 'palette'),
});

/** Whoever searches in the language that the screen does not speak finds as well. */
export const languages = ['en', 'hi'] as const;
