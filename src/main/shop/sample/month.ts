import { dayOf, ManualClock } from '@shared/clock';
import type { CallContext } from '../call';
import type { ShopDeps } from '../deps';
import type { Chance } from './chance';
import { SampleCounter } from './counter';
import { SampleDrawer } from './drawer';
import { inThePast } from './past';
import { nextTurn, type SampleCustomer, type Stocked } from './stocking';

const hour = 3_600_000;
export const sampleDays = 30;

/** Bills by the hour of the day, from 7 in the morning: milk and bread first, the week's shopping after work. */
const rhythm = [5, 9, 8, 6, 5, 4, 3, 2, 2, 3, 6, 9, 10, 8, 3];
const opening = 7;
const closing = 22.5;

/** Evenings before these days the whole town buys (2025 to 2028). */
const festivals: ReadonlySet<string> = new Set([
  ...['2025-10-20', '2025-10-19', '2026-01-14', '2026-03-04', '2026-08-28', '2026-11-08', '2026-11-07', '2027-01-14'],
  ...['2027-03-22', '2027-08-17', '2027-10-29', '2027-10-28', '2028-01-14', '2028-03-11', '2028-10-17', '2028-10-16'],
]);

/**
 * A month of trade, sale after sale through the counter's own use-cases, between its sales a turn for everything else.
 *
 * @param cashiers who sells, in turn
 */
export async function tradeForAMonth(
  deps: ShopDeps,
  chance: Chance,
  goods: readonly Stocked[],
  customers: readonly SampleCustomer[],
  cashiers: readonly CallContext[],
): Promise<void> {
  const now = deps.clock.now();
  const clock = new ManualClock(now);
  const past = inThePast(deps, clock);
  const counter = new SampleCounter(past, chance, goods, customers);
  const drawer = new SampleDrawer(past, chance, customers);
  const midnight = startOfDay(now, deps.settings().time_zone);
  for (let back = sampleDays; back >= 0; back--) {
    const day = midnight - back * 24 * hour;
    const openAt = day + opening * hour;
    if (openAt >= now) break;
    clock.set(openAt - hour / 2);
    // The last two days nobody went to the wholesaler: there is something to do on the first morning.
    if (back > 1) counter.restock(cashiers[0]);
    // The drawer of today is the first thing that its new owner opens.
    const cashier = chance.pick(cashiers);
    const shift = back > 0 ? drawer.open(cashier) : null;
    for (const at of timesOf(day, deps.settings().time_zone, chance)) {
      if (at >= now) break;
      clock.set(at);
      counter.sell(chance.pick(cashiers));
      await nextTurn();
    }
    const [owner] = cashiers;
    if (shift === null || !owner) continue;
    clock.set(day + closing * hour);
    if (back % 7 === 3) drawer.receiveDues(cashier);
    drawer.close(shift, cashier, owner);
  }
}

/** When the local day of an instant began, ms. */
function startOfDay(at: number, timeZone: string): number {
  const day = dayOf(at, timeZone);
  // Zones are whole quarters of an hour away from UTC; a day has begun when the one before ends.
  let start = Math.floor(at / (hour / 4)) * (hour / 4);
  while (dayOf(start - 1, timeZone) === day) start -= hour / 4;
  return start;
}

function timesOf(day: number, timeZone: string, chance: Chance): number[] {
  const name = dayOf(day, timeZone);
  const weekday = new Date(`${name}T00:00:00Z`).getUTCDay();
  const usual = weekday === 0 || weekday === 6 ? chance.whole(29, 36) : chance.whole(25, 31);
  const bills = festivals.has(name) ? usual + 12 : usual;
  const times = Array.from({ length: bills }, () => {
    const slot = chance.weighted([...rhythm.keys()], (index) => rhythm[index] ?? 0);
    return day + (opening + slot + chance.next()) * hour;
  });
  return times.map(Math.floor).sort((a, b) => a - b);
}
