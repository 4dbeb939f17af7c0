// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import type { Day } from '@shared/clock';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { learn } from '../../i18n';
import { type AtTill, ShopContext } from '../../shop/ShopContext';
import { DateField } from './DateField';

let taken: (Day | null)[];
let heard: string[];
// proof: the field reads no more of it
const till = { shop: { country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata' } } as AtTill;

/** Among other fields, in something that hears their keys: a list below, say. */
function Fields() {
  const [day, setDay] = useState<Day | null>('2026-11-05' as Day);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as a page has it
    <div onKeyDown={({ key }) => heard.push(key)}>
      <DateField
        label="day"
        max={'2026-12-31' as Day}
        value={day}
        onChange={(next) => {
          taken.push(next);
          setDay(next);
        }}
      />
    </div>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'day' });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
/** False: what the browser would do with the key is prevented. */
const press = (key: string) => fireEvent.keyDown(field(), { key });

beforeEach(async () => {
  window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  taken = [];
  heard = [];
  await learn('en');
  render(
    <MantineProvider env="test">
      <ShopContext value={till}>
        <Fields />
      </ShopContext>
    </MantineProvider>,
  );
});

afterEach(cleanup);

it('takes nothing while it is typed, and the whole of it when it is left', () => {
  for (const typed of ['1/1/2020', '1/1/2020 ', '4/1120', '4/11/2026', 'today']) type(typed);
  expect(taken).toEqual([]);
  type('4/11/2026');
  fireEvent.blur(field());
  expect(taken).toEqual(['2026-11-04']);
  expect(field().value).toBe('04/11/2026');
});

it('uses up the Enter that takes a day: nobody else acts on it, but a form of it is sent', () => {
  type('4/11/2026');
  expect(press('Enter')).toBe(true);
  expect(taken).toEqual(['2026-11-04']);
  expect(heard).toEqual([]);
  press('Enter');
  expect(heard).toEqual(['Enter']);
});

it('is invalid, and stops the Enter, while nobody can take what is typed', () => {
  for (const typed of ['31/2/2026', '1/1/2027']) {
    type(typed);
    expect(press('Enter')).toBe(false);
    expect(field().getAttribute('aria-invalid')).toBe('true');
  }
  expect([taken, heard]).toEqual([[], []]);
});

it('takes the wish for a calendar back by Esc, also before it is there, and nothing else hears of it', () => {
  const calendar = () => screen.getByRole('button', { name: 'Calendar', hidden: true }).getAttribute('aria-expanded');
  fireEvent.keyDown(field(), { key: 'ArrowDown', altKey: true });
  expect(calendar()).toBe('true');
  press('Escape');
  expect(calendar()).toBe('false');
  expect(heard).toEqual([]);
  press('Escape');
  expect(heard).toEqual(['Escape']);
});
