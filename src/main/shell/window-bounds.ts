import { writeFileSync } from 'node:fs';
import { readJson } from './json-file';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  /** Absent: where the system likes. */
  readonly bounds?: Rectangle;
  readonly maximized: boolean;
}

/** The oldest screen a till has. */
export const minimumSize = { width: 1024, height: 600 } as const;

/** Where the window was, as long as a good part of it is still on a screen. A till's first window fills its screen. */
export function readPlace(file: string, workAreas: readonly Rectangle[]): WindowPlace {
  const { bounds, maximized } = readJson(file);
  if (!isRectangle(bounds) || typeof maximized !== 'boolean') return { maximized: true };
  return workAreas.some((area) => isReachable(bounds, area)) ? { bounds, maximized } : { maximized };
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Partial<Record<keyof Rectangle, unknown>>; // proof: any object has these, or undefined
  return [x, y, width, height].every((part) => Number.isInteger(part) && Math.abs(Number(part)) <= 100_000);
}

export function savePlace(file: string, place: Required<WindowPlace>): void {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch {
    // Where a window was is not worth a word to anybody.
  }
}

/** Enough of the title bar to grab it. */
function isReachable(window: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return visible >= 200 && window.y >= area.y - 8 && window.y <= area.y + area.height - 100;
}
