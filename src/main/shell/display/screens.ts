/** A rectangle of the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is known of a screen that is plugged in. */
export interface Screen {
  readonly id: number;
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

/** Where the customer's window goes: all of a screen, or a window on the till's own, to try it. */
export interface Spot {
  readonly place: 'screen' | 'window';
  readonly bounds: Rectangle;
}

/** As large as a small screen for customers. */
const windowSize = { width: 800, height: 480 } as const;

/** The till keeps its screen; of the others, the customer gets one that is not the desktop's first. */
export function spotFor(screens: readonly Screen[], tills: Screen, primary: number): Spot {
  const others = screens.filter(({ id }) => id !== tills.id);
  const chosen = others.find(({ id }) => id !== primary) ?? others[0];
  return chosen ? { place: 'screen', bounds: chosen.bounds } : { place: 'window', bounds: besideTheBill(tills) };
}

/** At the right edge, half way down: over the shelves rather than over the bill or its keys. */
function besideTheBill({ workArea }: Screen): Rectangle {
  const width = Math.min(windowSize.width, Math.floor(workArea.width / 2));
  const height = Math.min(windowSize.height, Math.floor(workArea.height / 2));
  return {
    x: workArea.x + workArea.width - width,
    y: workArea.y + Math.floor((workArea.height - height) / 2),
    width,
    height,
  };
}
