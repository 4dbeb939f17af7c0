import { type LabelCode, quietZones } from './code';

/** Widths of bar, space, bar, … in modules, as the encoder says them. */
export type Runs = readonly number[];

/** Bars in whole units, so that a printer's dots are never shared by a bar and a space. */
export interface BarsPlan {
  /** Of the bars and the white that they need on either side. */
  readonly width: number;
  /** White before the first bar. */
  readonly lead: number;
  /** Widths of bar, space, bar, … */
  readonly runs: readonly number[];
}

/** Modules that scanners of today read on paper of today, in hundredths of a millimetre. */
const narrowest = 19;
const widest = 42;

const moduleUnits = (hundredths: number, perInch: number): number => Math.ceil((hundredths * perInch) / 2540);

/** Null where the code is too long to be read in so little width. */
export function planBars(type: LabelCode['type'], runs: Runs, width: number, perInch: number): BarsPlan | null {
  const [before, after] = quietZones[type];
  const modules = runs.reduce((sum, run) => sum + run, before + after);
  const module = Math.min(Math.trunc(width / modules), moduleUnits(widest, perInch));
  if (module < Math.max(1, moduleUnits(narrowest, perInch))) return null;
  return { width: modules * module, lead: before * module, runs: runs.map((run) => run * module) };
}
