import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** `--ink: light-dark(#17181a, #eeeeec)` as a pair; a plain colour is the same in both schemes. */
const tokens = new Map<string, [light: string, dark: string]>();
for (const [, name = '', light = '', dark = light] of css.matchAll(
  /--([\w-]+):\s*(?:light-dark\()?(#[0-9a-f]{6})(?:,\s*(#[0-9a-f]{6})\))?;/g,
)) {
  tokens.set(name, [light, dark]);
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const papers = ['desk', 'paper', 'sunken', 'hover'];
const texts: [ink: string, on: string][] = [
  ...papers.flatMap((paper) => ['ink', 'ink-2', 'ink-3'].map((ink): [string, string] => [ink, paper])),
  ...['desk', 'paper', 'hover', 'accent-wash'].map((paper): [string, string] => ['accent', paper]),
  ...['desk', 'paper', 'in-wash'].map((paper): [string, string] => ['in', paper]),
  ...['desk', 'paper', 'attention-wash', 'accent-wash'].map((paper): [string, string] => ['attention', paper]),
  ...['desk', 'paper', 'loss-wash'].map((paper): [string, string] => ['loss', paper]),
  ...['accent-wash', 'attention-wash', 'loss-wash', 'in-wash'].flatMap((wash): [string, string][] => [
    ['ink', wash],
    ['ink-2', wash],
  ]),
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
  ['on-accent', 'loss-fill'],
  ['on-training', 'training'],
];
/** What is no text but must be told apart: borders of fields, dots, rings. */
const shapes: [shape: string, on: string][] = [
  ...['line-strong', 'focus', 'in-fill', 'loss-fill'].map((shape): [string, string] => [shape, 'paper']),
];

const schemes = ['light', 'dark'] as const;

describe.each(schemes)('in the %s', (scheme) => {
  const colour = (name: string): string => {
    const pair = tokens.get(name);
    if (!pair) throw new Error(`no token --${name}`);
    return pair[schemes.indexOf(scheme)] ?? '';
  };
  it.each(texts)('%s can be read on %s', (ink, on) => {
    expect(contrast(colour(ink), colour(on))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapes)('%s can be seen on %s', (shape, on) => {
    expect(contrast(colour(shape), colour(on))).toBeGreaterThanOrEqual(3);
  });
});
