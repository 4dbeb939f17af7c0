import { labelsPerSheet, type Sheet } from '../label-media';

/** How many copies of which label. */
export interface Copies<T> {
  readonly label: T;
  readonly copies: number;
}

/** A label in its place: on which sheet, and where its corner is, in tenths of a millimetre. */
export interface Placed<T> {
  readonly label: T;
  readonly sheet: number;
  readonly x: number;
  readonly y: number;
}

/** Every copy in a place of its own, row by row, from position `begin` of the first sheet on. */
export function placeCopies<T>(items: readonly Copies<T>[], sheet: Sheet, begin: number): Placed<T>[] {
  const placed: Placed<T>[] = [];
  const perSheet = labelsPerSheet(sheet);
  let position = begin - 1;
  for (const { label, copies } of items) {
    for (let copy = 0; copy < copies; copy++, position++) {
      const place = position % perSheet;
      placed.push({
        label,
        sheet: Math.trunc(position / perSheet),
        x: sheet.left + (place % sheet.columns) * sheet.stepX,
        y: sheet.top + Math.trunc(place / sheet.columns) * sheet.stepY,
      });
    }
  }
  return placed;
}

/** The same copies in portions of at most `most` labels, in their order. */
export function portionsOf<T>(items: readonly Copies<T>[], most: number): Copies<T>[][] {
  const portions: Copies<T>[][] = [];
  let room = 0;
  for (const { label, copies } of items) {
    for (let left = copies; left > 0; ) {
      if (room === 0) {
        portions.push([]);
        room = most;
      }
      const taken = Math.min(left, room);
      portions.at(-1)?.push({ label, copies: taken });
      left -= taken;
      room -= taken;
    }
  }
  return portions;
}
