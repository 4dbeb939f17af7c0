import { expect, it } from 'vitest';
import { scaleOf } from './scale';

it('bars stand on nothing; the highest fills the plot', () => {
  const scale = scaleOf([50, 200]);
  expect(scale.zero).toBe(100);
  expect(scale.span(200)).toEqual({ y: 0, height: 100 });
  expect(scale.span(50)).toEqual({ y: 75, height: 25 });
});

it('what is below nothing hangs from the line', () => {
  const scale = scaleOf([300, -100]);
  expect(scale.zero).toBe(75);
  expect(scale.span(-100)).toEqual({ y: 75, height: 25 });
});

it('nothing at all is a line, not a division by zero', () => {
  expect(scaleOf([0, 0]).span(0)).toEqual({ y: 0, height: 0 });
  expect(scaleOf([]).zero).toBe(0);
});
