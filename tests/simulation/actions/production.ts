import { dayOf } from '@shared/clock';
import { dayParts } from '@shared/day-parts';
import { quantity } from '@shared/money';
import type { CallContext } from '../../../src/main/shop/call';
import type { Till } from '../till';
import { type Action, idsOf, owner, receipt } from './action';
import { tried } from './tried';

const asOwner: CallContext = { session: { user: { staffId: owner, name: owner, role: 'owner' } } };
const timeZone = 'Asia/Kolkata';
const pieces = (till: Till, most: number) => quantity(till.random.int(1, most) * 1000);

/** One of the first few, so that tills meet: what one makes of another's goods the other makes of its own. */
function meetingPlace(till: Till): string | undefined {
  const first = idsOf(till, 'product').slice(0, 3);
  return first.length === 0 ? undefined : till.random.pick(first);
}

/** A recipe is written, or the one that is there is written anew. */
export const writeRecipe: Action = (till) => {
  const [made, eaten] = [meetingPlace(till), meetingPlace(till)];
  if (made === undefined || eaten === undefined || made === eaten) return null;
  const content = { batch: pieces(till, 5), lines: [{ productId: eaten, quantity: pieces(till, 5) }], note: null };
  const [known] = idsOf(till, 'recipe', `deleted_at IS NULL AND product_id = '${made}'`);
  if (known !== undefined) {
    tried(() => till.calls['recipes.edit']({ id: known, ...content }, asOwner));
    return [];
  }
  const id = till.ids.next();
  const recipe = tried(() => till.calls['recipes.create']({ id, productId: made, ...content }, asOwner));
  return recipe && [receipt('recipe', id, false)];
};

export const removeRecipe: Action = (till) => {
  const [id] = idsOf(till, 'recipe');
  if (id === undefined) return null;
  tried(() => till.calls['recipes.remove']({ id }, asOwner));
  return [];
};

/** Something is made, by its recipe where it has one; now and then the answer is lost, and it is asked for again. */
export const logMade: Action = (till) => {
  const { random } = till;
  const made = meetingPlace(till);
  if (made === undefined) return null;
  const id = till.ids.next();
  const amount = pieces(till, 20);
  const plan = tried(() => till.calls['production.plan']({ productId: made, quantity: amount }, asOwner));
  if (plan === null) return null;
  const other = meetingPlace(till);
  const more = other === undefined || other === made ? [] : [{ productId: other, quantity: pieces(till, 20) }];
  const lines =
    plan.lines.length > 0 ? plan.lines.map(({ productId, quantity: used }) => ({ productId, quantity: used })) : more;
  const log = {
    ...{ id, productId: made, quantity: amount, madeDay: dayOf(till.clock.now(), timeZone) },
    ...{ part: random.pick(dayParts), madeBy: owner, recipeId: plan.recipeId, lines, note: null },
  };
  const asked = random.chance(0.3) ? 2 : 1;
  for (let n = 0; n < asked; n++) if (tried(() => till.calls['production.log'](log, asOwner)) === null) return null;
  return [receipt('production_log', id)];
};

/** Half of the time the oldest log, so that tills meet at it. */
export const takeBackMade: Action = (till) => {
  const standing = idsOf(till, 'production_log', 'id NOT IN (SELECT log_id FROM production_reversal)');
  const id = till.random.chance(0.5) ? standing[0] : standing.at(-1);
  if (id === undefined) return null;
  tried(() => till.calls['production.reverse']({ id, reason: 'wrong' }, asOwner));
  return [receipt('production_reversal', `${id}:reversed`)];
};

export const writeFeedback: Action = (till) => {
  const id = till.ids.next();
  const about = { productId: meetingPlace(till) ?? null, customerId: null };
  const day = { ofDay: dayOf(till.clock.now(), timeZone), part: till.random.pick(dayParts) };
  const said = tried(() =>
    till.calls['feedback.add']({ id, ...day, rating: till.random.int(1, 5), note: null, ...about }, asOwner),
  );
  return said === null && idsOf(till, 'shift_feedback', `id = '${id}'`).length === 0
    ? null
    : [receipt('shift_feedback', id)];
};
