import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { readJson } from './json-file';

/**
 * Chromium writes the dates in fields by its own locale, which it takes once, before it is ready and so before the shop's
 * file is open. What the shop was like at the last run is good enough: countries seldom move.
 */
const fileOf = (folder: string): string => join(folder, 'locale.json');

/** Those that come with every Electron. Of English, one begins a date with the month and one with the day. */
const known: ReadonlySet<unknown> = new Set(['en-US', 'en-GB', 'hi']);

/**
 * To be called before the app is ready. Where no shop was ever open, a machine that speaks English writes the day first, as
 * almost all shops do: many a machine was never told its country, and calls itself American. Any other keeps its own.
 */
export function takeDateLocale(folder: string): void {
  const { locale } = readJson(fileOf(folder));
  if (typeof locale === 'string' && known.has(locale)) app.commandLine.appendSwitch('lang', locale);
  else if (app.getPreferredSystemLanguages()[0]?.startsWith('en')) app.commandLine.appendSwitch('lang', 'en-GB');
}

/** For the next start. */
export function keepDateLocale(folder: string, language: 'en' | 'hi', country: string): void {
  const locale = language === 'hi' ? 'hi' : country === 'US' ? 'en-US' : 'en-GB';
  if (readJson(fileOf(folder)).locale === locale) return;
  try {
    writeFileSync(fileOf(folder), JSON.stringify({ locale }));
  } catch {
    // Then the next start has the dates of this one.
  }
}
