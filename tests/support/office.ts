import type { HandlerInput } from '@shared/contract';
import { contract } from '@shared/contract';
import type { Role } from '@shared/roles';
import type { Session } from '../../src/main/shop/call';
import { catalogueHandlers } from '../../src/main/shop/catalogue';
import { customerHandlers } from '../../src/main/shop/customers';
import { createShopDeps, type ShopDeps } from '../../src/main/shop/deps';
import { createSampleShop } from '../../src/main/shop/sample';
import { settingsHandlers } from '../../src/main/shop/settings';
import { setupHandlers } from '../../src/main/shop/setup';
import { staffHandlers } from '../../src/main/shop/staff';
import type { OpenOptions, Store } from '../../src/main/store';
import { makeTestShop, type TestShop } from './shop-store';

/** Four digits that are neither a row nor a repetition. */
export const ownerPin = '2580';

export const app = { version: '0.0.0-test', locale: 'en-IN' };

export const firstRun: HandlerInput<'shop.create'> = {
  name: 'Asha Provision Store',
  country: 'IN',
  language: 'en',
  timeZone: 'Asia/Kolkata',
  owner: 'Asha',
  pin: ownerPin,
  start: 'empty',
};

/** A real shop file with the office's use-cases on it. */
export interface Office {
  readonly shop: TestShop;
  readonly store: Store;
  readonly deps: ShopDeps;
  readonly session: Session;
  readonly handlers: ReturnType<typeof allHandlers>;
  /** As somebody of this role, signed in. */
  as(role: Role): { session: Session };
}

function allHandlers(deps: ShopDeps) {
  return {
    ...setupHandlers(deps, app, createSampleShop),
    ...staffHandlers(deps, app),
    ...settingsHandlers(deps),
    ...catalogueHandlers(deps),
    ...customerHandlers(deps),
  };
}

/** Before the first run. */
export function openOffice(shop: TestShop = makeTestShop(), options?: Partial<OpenOptions>): Office {
  const store = shop.open(options);
  const deps = createShopDeps(store);
  const session: Session = { user: null };
  return {
    shop,
    store,
    deps,
    session,
    handlers: allHandlers(deps),
    as: (role) => ({ session: { user: { staffId: session.user?.staffId ?? 'nobody', name: role, role } } }),
  };
}

/** After the first run, with the owner signed in. */
export async function openShopOffice(
  input: Partial<HandlerInput<'shop.create'>> = {},
  options?: Partial<OpenOptions>,
): Promise<Office> {
  const office = openOffice(makeTestShop(), options);
  await office.handlers['shop.create']({ ...firstRun, ...input }, office);
  return office;
}

type ProductInput = (typeof contract)['catalogue.saveProduct']['input'];

/** A product as the office saves it, through the schema; what is not given is nothing or the plainest. */
export function productInput(fields: Partial<ProductInput['_input']> & { name: string }): ProductInput['_output'] {
  return contract['catalogue.saveProduct'].input.parse({
    sku: null,
    barcodes: [],
    brandId: null,
    categoryId: null,
    hsn: null,
    unit: 'PCS',
    price: 1000,
    mrp: null,
    cost: null,
    taxClassId: null,
    reorderLevel: null,
    reorderQuantity: null,
    trackStock: true,
    byWeight: false,
    favourite: false,
    negativeStock: null,
    active: true,
    units: [],
    ...fields,
  });
}

/** A refusal's code and params, for `toMatchObject`. */
export const refusal = (code: string, params: Record<string, unknown> = {}) => ({ code, params });
