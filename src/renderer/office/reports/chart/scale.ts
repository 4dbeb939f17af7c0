/** One bar. Its value is for its length alone; what it says in figures is `title`. */
export interface Bar {
  readonly key: string;
  readonly title: string;
  readonly value: number;
}

/** Where values lie in a plot of 100 by 100, whose top is the highest of them and whose bottom is nothing, or the lowest. */
export function scaleOf(values: readonly number[]) {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const height = top - bottom || 1;
  const y = (value: number) => (100 * (top - value)) / height;
  return {
    zero: y(0),
    span: (value: number) => ({ y: Math.min(y(value), y(0)), height: Math.abs(y(value) - y(0)) }),
  };
}
