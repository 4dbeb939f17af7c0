import { useMemo } from 'react';
import { encode } from 'uqr';

/** A code for a phone's camera, drawn here: dark on white in both schemes, because cameras want it so. */
export function Qr({ data, size, label }: { data: string; size: number; label: string }) {
  const { path, modules } = useMemo(() => {
    const { data: rows, size: count } = encode(data, { ecc: 'M', border: 2 });
    const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: dark.join(''), modules: count };
  }, [data]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
