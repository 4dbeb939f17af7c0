import { describe, expect, it } from 'vitest';
import { type Screen, spotFor } from '../../../src/main/shell/display/screens';

const screenAt = (id: number, x: number, width: number, height: number): Screen => ({
  id,
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 30, width, height: height - 70 },
});
const till = screenAt(1, 0, 1920, 1080);
const customers = screenAt(2, 1920, 800, 480);
const wall = screenAt(3, 2720, 3840, 2160);

describe('the customer’s window', () => {
  it('fills the screen that the till is not on', () => {
    expect(spotFor([till, customers], till, 1)).toEqual({ place: 'screen', bounds: customers.bounds });
    expect(spotFor([customers, till], till, 1)).toEqual({ place: 'screen', bounds: customers.bounds });
  });

  it('takes the desktop’s first screen when the till stands on the other', () => {
    expect(spotFor([till, customers], customers, 1)).toEqual({ place: 'screen', bounds: till.bounds });
  });

  it('leaves the first screen alone where there are three', () => {
    expect(spotFor([till, customers, wall], wall, 1)).toEqual({ place: 'screen', bounds: customers.bounds });
  });

  it('is a window within the work area where there is only one, and no more than half of it', () => {
    expect(spotFor([till], till, 1)).toEqual({
      place: 'window',
      bounds: { x: 1120, y: 295, width: 800, height: 480 },
    });
    const small = screenAt(1, 0, 1024, 600);
    expect(spotFor([small], small, 1)).toEqual({
      place: 'window',
      bounds: { x: 512, y: 162, width: 512, height: 265 },
    });
  });
});
