import type { Day } from '@shared/clock';
import type { Printer } from '@shared/contract';
import { type LabelKind, labelsPerSheet, type RollSizeName, type SheetName, sheets } from '@shared/label-media';
import type { LabelDesign } from '@shared/labels';
import type { LabelProfileName } from '@shared/printers';
import { useKept } from '../useKept';

/** What labels go out on: a PDF of sheets, a file for a label printer, or a printer of this till by its id. */
export type Target = 'pdf' | `file:${LabelProfileName}` | `printer:${string}`;

/** What was chosen last on this page; it is remembered until the app ends. */
export interface Choice {
  readonly kind: LabelKind;
  readonly bars: boolean;
  readonly packedOn: Day | null;
  readonly target: Target;
  readonly sheet: SheetName;
  /** The first sticker that is still on the sheet, from 1. */
  readonly begin: number | null;
  readonly size: RollSizeName;
  readonly withoutCode: boolean;
}

export const isPrinter = (target: Target): boolean => target.startsWith('printer:');

const first: Choice = {
  kind: 'shelf',
  bars: true,
  packedOn: null,
  target: 'pdf',
  sheet: 'a4x24',
  begin: 1,
  size: '50x25',
  withoutCode: false,
};

/** A printer that was removed since is none: sheets can always be had. */
export function useChoice(printers: readonly Printer[] | undefined) {
  const [kept, setChoice] = useKept('labels.choice', first);
  const isGone = printers && isPrinter(kept.target) && !printers.some(({ id }) => kept.target === `printer:${id}`);
  const choice: Choice = isGone ? { ...kept, target: 'pdf' } : kept;
  const change = (part: Partial<Choice>) => setChoice({ ...choice, ...part });
  return { choice, change };
}

/** The first sticker, or null where the sheet has none of that number. */
export function beginOf({ sheet, begin }: Choice): number | null {
  return begin !== null && begin >= 1 && begin <= labelsPerSheet(sheets[sheet]) ? begin : null;
}

export const designOf = ({ kind, bars, packedOn }: Choice): LabelDesign => ({
  kind,
  bars,
  packedOn: kind === 'item' ? packedOn : null,
});
