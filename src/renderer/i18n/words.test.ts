import { expect, it } from 'vitest';
import { en } from './en';
import { hi, hindiPalette } from './hi';
import { palette } from './palette';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
const gaps = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

const english = flat({ ...en, palette });
const hindi = new Map(flat({ ...hi, palette: hindiPalette }));

it('every sentence has the same gaps in every language', () => {
  const differing = english.filter(([key, text]) => gaps(text).join() !== gaps(hindi.get(key) ?? '').join());
  expect(differing.map(([key]) => key)).toEqual([]);
});

it('no sentence is empty', () => {
  const empty = [...english, ...hindi].filter(([, text]) => text.trim() === '');
  expect(empty.map(([key]) => key)).toEqual([]);
});

it('Hindi is Hindi: what has no Devanagari is a name or a sign of the trade', () => {
  const latin = [...hindi].filter(([, text]) => !/\p{Script=Devanagari}/u.test(text.replace(/\{\{\w+\}\}/g, '')));
  const allowed = /^[\p{Lu}\d\s×–−+%*·:/.()-]*$|^UTF-|\{\{/u;
  expect(latin.filter(([, text]) => !allowed.test(text))).toEqual([]);
});
