import { type Bitmap, drawBitmap, largestLogo } from '@shared/paper';

/** Grey above this is paper; what is between black and white is scattered, so that photographs keep their greys. */
const middle = 128;

/**
 * A picture as a printer prints it: at most as wide as the narrow paper, black and white. Floyd and Steinberg's error
 * diffusion carries what rounding takes from a dot to the ones beside and below.
 *
 * @throws when the browser cannot read the picture
 */
export async function logoOf(file: Blob): Promise<Bitmap> {
  const source = await createImageBitmap(file);
  const scale = Math.min(1, largestLogo.width / source.width, (largestLogo.height * 0.5) / source.height);
  const width = Math.max(8, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to draw on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = Float32Array.from({ length: width * height }, (_, dot) => {
    const [red = 0, green = 0, blue = 0] = [data[dot * 4], data[dot * 4 + 1], data[dot * 4 + 2]];
    return red * 0.299 + green * 0.587 + blue * 0.114;
  });
  const black = scatter(grey, width, height);
  return drawBitmap(width, height, (x, y) => black[y * width + x] === 1);
}

function scatter(grey: Float32Array, width: number, height: number): Uint8Array {
  const black = new Uint8Array(width * height);
  const add = (x: number, y: number, error: number) => {
    if (x >= 0 && x < width && y < height) grey[y * width + x] = (grey[y * width + x] ?? 0) + error;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dot = y * width + x;
      const value = grey[dot] ?? 255;
      const isBlack = value < middle;
      if (isBlack) black[dot] = 1;
      const error = (value - (isBlack ? 0 : 255)) / 16;
      add(x + 1, y, error * 7);
      add(x - 1, y + 1, error * 3);
      add(x, y + 1, error * 5);
      add(x + 1, y + 1, error);
    }
  }
  return black;
}
