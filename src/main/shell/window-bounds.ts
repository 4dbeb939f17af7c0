import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

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

const whole = z.number().int().min(-100_000).max(100_000);
const stored = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole, height: whole }),
  maximized: z.boolean(),
});

/** Where the window was, as long as a good part of it is still on a screen. A till's first window fills its screen. */
export function readPlace(file: string, workAreas: readonly Rectangle[]): WindowPlace {
  try {
    const { bounds, maximized } = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
    return workAreas.some((area) => isReachable(bounds, area)) ? { bounds, maximized } : { maximized };
  } catch {
    return { maximized: true };
  }
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
