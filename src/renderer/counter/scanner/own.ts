import { useSyncExternalStore } from 'react';
import { type ScannerSettings, usualScanner } from './scanner';

/** What can be said about the scanner on this till; the rest follows from it. */
export type OwnScanner = Pick<ScannerSettings, 'gap' | 'prefix'>;

const storedAt = 'galla.scanner';

/** Gaps that there are scanners for: wired ones, most, slow ones, radios, remote desktops. Ms. */
export const gaps = [20, 35, 50, 80, 120] as const;

/** Not a letter, a digit or a blank: names, codes and quantities begin with those. */
export const isPrefix = (text: string): boolean => /^$|^[!-/:-@[-`{-~][!-~]{0,3}$/.test(text);

let settings: ScannerSettings = read();
const listeners = new Set<() => void>();

/** How this till's scanner types. It hangs on the machine, so it is kept there. */
export const scannerSettings = (): ScannerSettings => settings;

export function chooseScanner(own: OwnScanner): void {
  localStorage.setItem(storedAt, JSON.stringify(own));
  settings = read();
  for (const listener of [...listeners]) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useScannerSettings = (): ScannerSettings => useSyncExternalStore(subscribe, scannerSettings);

function read(): ScannerSettings {
  const { gap, prefix } = parse(localStorage.getItem(storedAt));
  return {
    ...usualScanner,
    gap: gaps.find((each) => each === gap) ?? usualScanner.gap,
    prefix: typeof prefix === 'string' && isPrefix(prefix) ? prefix : usualScanner.prefix,
  };
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
