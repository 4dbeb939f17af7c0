import type { BrowserWindow, NativeImage } from 'electron';
import type { HiddenPage, HiddenPages } from './hidden-pages';

/** Grey dots, row by row, one byte each: 0 is black. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Black lines above and below the page's content: they tell that a frame has all of it, and where it ends. */
const frame = `
  body::before, body::after { content: ''; display: block; height: 4px; background: #000; }
  body { overflow: hidden; }
`;
const markerHeight = 4;

/** Long enough for thousands of lines; a paper longer than that is a mistake. */
const highest = 16_000;
const paintMs = 10_000;

/**
 * The page as dots, as wide as asked for and as high as its content. Without scripts the page cannot say how high it is,
 * so the frames are looked at: the window grows until the line below the content is in one.
 */
export function drawPage(pages: HiddenPages, page: HiddenPage, width: number): Promise<GreyPicture> {
  const framed = { ...page, css: page.css + frame };
  return pages.use(framed, { width, height: 800, draws: true }, (window) => contentOf(window, width));
}

function contentOf(window: BrowserWindow, width: number): Promise<GreyPicture> {
  const { webContents } = window;
  let height = 800;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error('The hidden page was never painted'))), paintMs);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      webContents.off('paint', look);
      settle();
    };
    const look = (_event: unknown, _dirty: unknown, image: NativeImage) => {
      const picture = greyOf(image, width);
      if (!picture || !isBlackRow(picture, 0)) return;
      const bottom = lastBlackRow(picture);
      if (bottom > markerHeight) end(() => resolve(withoutMarkers(picture, bottom)));
      else if (height >= highest) end(() => reject(new Error('The hidden page is too high')));
      else if (picture.height >= height) {
        height *= 2;
        window.setContentSize(width, height);
      }
    };
    webContents.on('paint', look);
    webContents.setFrameRate(60);
    webContents.invalidate();
  });
}

/** Null while the window is still another size than it was asked to be. */
function greyOf(image: NativeImage, width: number): GreyPicture | null {
  // On a screen of double density there are more dots than asked for.
  const fitted = image.getSize().width === width ? image : image.resize({ width, quality: 'best' });
  const size = fitted.getSize();
  const bitmap = fitted.toBitmap();
  if (size.width !== width || bitmap.length < size.width * size.height * 4) return null;
  const grey = new Uint8Array(size.width * size.height);
  for (let dot = 0; dot < grey.length; dot++) {
    const [blue = 0, green = 0, red = 0] = [bitmap[dot * 4], bitmap[dot * 4 + 1], bitmap[dot * 4 + 2]];
    // Rec. 601 luma in whole numbers.
    grey[dot] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return { width, height: size.height, grey };
}

function isBlackRow({ width, grey }: GreyPicture, y: number): boolean {
  for (let x = 0; x < width; x++) if ((grey[y * width + x] ?? 255) > 60) return false;
  return true;
}

/** Everything below the line at the end is paper. */
function lastBlackRow(picture: GreyPicture): number {
  for (let y = picture.height - 1; y >= 0; y--) if (isBlackRow(picture, y)) return y;
  return -1;
}

function withoutMarkers({ width, grey }: GreyPicture, bottom: number): GreyPicture {
  const height = bottom + 1 - 2 * markerHeight;
  return { width, height, grey: grey.slice(markerHeight * width, (markerHeight + height) * width) };
}
