/** What the shop makes itself: recipes, what was made of them, and how it was received. docs/production.md */
import type { CallName, SignedIn } from '@shared/contract';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import { maySeeCost } from '../catalogue';
import type { ShopDeps } from '../deps';
import { knowsOffice } from '../office';
import { addFeedback, listFeedback } from './feedback';
import { logProduction } from './log';
import { planProduction } from './plan';
import { listProduction, readProduction } from './read';
import { readRecipe, recipeJob, recipeListJob } from './read-recipes';
import { createRecipe, editRecipe, removeRecipe, restoreRecipe } from './recipes';
import { reverseProduction } from './reverse';

export { readRecipe, recipeJob, recipeListJob } from './read-recipes';

type Calls = Extract<CallName, `recipes.${string}` | `production.${string}` | `feedback.${string}`>;

export function productionHandlers(deps: ShopDeps): Handlers<Calls> {
  const { store } = deps;
  const costs = ({ role }: SignedIn) => maySeeCost(role) && knowsOffice(deps);
  return {
    'recipes.list': (input, context) => store.readers.run(recipeListJob, { ...input, costs: costs(actorOf(context)) }),
    'recipes.get': ({ id }, context) => store.readers.run(recipeJob, { id, costs: costs(actorOf(context)) }),
    'recipes.create': (input, context) => {
      const user = actorOf(context);
      createRecipe(deps, user, input);
      return readRecipe(store, input.id, costs(user));
    },
    'recipes.edit': (input, context) => {
      const user = actorOf(context);
      editRecipe(deps, user, input);
      return readRecipe(store, input.id, costs(user));
    },
    'recipes.remove': ({ id }, context) => {
      removeRecipe(deps, actorOf(context), id);
      return null;
    },
    'recipes.restore': ({ id }, context) => {
      restoreRecipe(deps, actorOf(context), id);
      return null;
    },
    'production.list': (input) => listProduction(store, input),
    'production.get': ({ id }) => readProduction(store, id),
    'production.plan': (input) => planProduction(store, input),
    'production.log': (input, context) => logProduction(deps, actorOf(context), input),
    'production.reverse': (input, context) => {
      reverseProduction(deps, actorOf(context), input);
      return readProduction(store, input.id);
    },
    'feedback.list': (input) => listFeedback(store, input),
    'feedback.add': (input, context) => addFeedback(deps, actorOf(context), input),
  };
}
