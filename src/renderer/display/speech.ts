import type { DisplayView } from '@shared/contract';
import type { Language } from '@shared/entities';
import { useEffect, useMemo, useState } from 'react';
import type { WordsOf } from '../i18n';
import { en } from '../i18n/en';

import { createFormat, type Format } from '../shop';

type Words = WordsOf<typeof en>;

/** The customer's words, and numbers as the shop's people write them. */
export interface Speech {
  readonly words: Words['display']['customer'];
  readonly training: string;
  readonly format: Format;
}

const anyShop = { country: 'IN', currency: 'INR', language: 'en' } as const;

/** Null for the moment in which another language is fetched. */
export function useSpeech(shop: DisplayView['shop']): Speech | null {
  const { country, currency, language } = shop ?? anyShop;
  const words = useWords(language);
  useEffect(() => {
    document.documentElement.lang = language;
    if (words) document.title = words.display.customer.title;
  }, [language, words]);
  return useMemo(() => {
    if (!words) return null;
    const units: Readonly<Record<string, string>> = words.common.unit;
    const unitWord = (unit: string) => units[unit] ?? unit.toLowerCase();
    return {
      words: words.display.customer,
      training: words.training.band,
      // No time of day is ever shown.
      format: createFormat({ country, currency, timeZone: 'UTC' }, language, unitWord),
    };
  }, [country, currency, language, words]);
}

function useWords(language: Language): Words | null {
  const [hindi, setHindi] = useState<Words | null>(null);
  useEffect(() => {
    if (language === 'hi') void import('../i18n/hi').then(({ hi }) => setHindi(hi));
  }, [language]);
  return language === 'hi' ? hindi : en;
}

/** Puts the values into the sentence's gaps. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap));
}
