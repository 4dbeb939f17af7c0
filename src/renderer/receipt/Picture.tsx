import { type Bitmap, isBlack } from '@shared/paper';
import { useEffect, useRef } from 'react';

interface Props {
  readonly picture: Bitmap;
  /** Empty where the words beside it say the same. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** Black and white dots, one of them a pixel; the style may enlarge it. */
export function Picture({ picture, label, className }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const { width, height } = picture;
    context.clearRect(0, 0, width, height);
    context.fillStyle = '#000';
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) if (isBlack(picture, x, y)) context.fillRect(x, y, 1, 1);
    }
  }, [picture]);
  return (
    <canvas
      ref={ref}
      width={picture.width}
      height={picture.height}
      className={className}
      {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
