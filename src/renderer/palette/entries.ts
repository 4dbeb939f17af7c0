import '../office/report-words';
import { reportIds, reportPermissions } from '@shared/reports';
import type { Permission } from '@shared/roles';
import type { Words } from '../i18n';
import type { palette } from '../i18n/palette';
import { settingsPages } from '../office/settings-pages';
import type { ShortcutId } from '../shortcuts';
import type { Named } from './matching';
import type { Language } from './words';

/** What an entry does: it goes to a page, does there what a key of that page does, or asks the till itself for something. */
export type Deed =
  | { readonly go: string; readonly press?: ShortcutId }
  | { readonly ask: 'clock' | 'shift' | 'sync' | 'diagnostics' | 'training' | 'lock' };

export interface Entry extends Named {
  readonly title: string;
  /** The page it stands on, where its own name does not say so. */
  readonly within: string | null;
  readonly kind: 'page' | 'action';
  readonly does: Deed;
  /** The key that does the same wherever one is. */
  readonly shortcut?: ShortcutId;
}

interface Plan {
  readonly id: string;
  readonly may: Permission;
  readonly kind: Entry['kind'];
  readonly name: (words: Language) => string;
  readonly within?: (words: Language) => string;
  readonly also?: keyof (typeof palette)['also'];
  readonly does: Deed;
  readonly shortcut?: ShortcutId;
}

/** A screen of the rail, as far as it is gone to. */
export interface Place {
  readonly path: string;
  readonly name: Exclude<keyof Words['frame']['nav'], 'label'>;
  readonly permission: Permission;
}

const page = (go: string, may: Permission, name: Plan['name'], more: Partial<Plan> = {}): Plan => ({
  id: go,
  may,
  kind: 'page',
  name,
  does: { go },
  ...more,
});
const action = (id: string, may: Permission, name: Plan['name'], does: Deed, more: Partial<Plan> = {}): Plan => ({
  id,
  may,
  kind: 'action',
  name,
  does,
  ...more,
});

const alsoOf: Partial<Record<Place['name'], Plan['also']>> = {
  dashboard: 'dashboard',
  customers: 'customers',
  stock: 'stock',
  orders: 'orders',
  shifts: 'shifts',
  terminals: 'terminals',
  import: 'import',
};

const inStaff: Partial<Plan> = { within: ({ t }) => t('frame.nav.staff') };
const inProducts: Partial<Plan> = { within: ({ t }) => t('frame.nav.products') };
const inStock: Partial<Plan> = { within: ({ t }) => t('frame.nav.stock') };
const inAlerts: Partial<Plan> = { within: ({ t }) => t('frame.nav.alerts') };

const deeper: readonly Plan[] = [
  page('/', 'sell', ({ t }) => t('frame.nav.counter'), { also: 'counter' }),
  page('/products/categories', 'member', ({ t }) => t('office.products.sections.categories'), inProducts),
  page('/products/brands', 'member', ({ t }) => t('office.products.sections.brands'), inProducts),
  page('/products/taxes', 'member', ({ t }) => t('office.products.sections.taxes'), { ...inProducts, also: 'taxes' }),
  page('/products/labels', 'member', ({ t }) => t('office.products.sections.labels'), inProducts),
  page('/stock/counts', 'member', ({ t }) => t('office.stock.sections.counts'), { ...inStock, also: 'counts' }),
  page('/stock/reorder', 'stock.edit', ({ t }) => t('office.stock.sections.reorder'), { ...inStock, also: 'reorder' }),
  page('/stock/purchases', 'stock.edit', ({ t }) => t('office.stock.sections.purchases'), inStock),
  page('/stock/suppliers', 'stock.edit', ({ t }) => t('office.stock.sections.suppliers'), inStock),
  page('/stock/production', 'member', ({ t }) => t('office.stock.sections.production'), {
    ...inStock,
    also: 'production',
  }),
  page('/stock/recipes', 'stock.edit', ({ t }) => t('office.stock.sections.recipes'), { ...inStock, also: 'recipes' }),
  page('/stock/feedback', 'member', ({ t }) => t('office.stock.sections.feedback'), { ...inStock, also: 'feedback' }),
  page('/staff/hours', 'attendance.edit', ({ t }) => t('office.hours.sections.hours'), { ...inStaff, also: 'hours' }),
  page('/staff/pay', 'pay.edit', ({ t }) => t('office.hours.sections.pay'), { ...inStaff, also: 'wages' }),
  page('/alerts/stock', 'member', ({ t }) => t('office.alerts.sections.stock'), { ...inAlerts, also: 'stockAlerts' }),
  ...reportIds.map((id) =>
    page(`/reports/${id}`, reportPermissions[id] ?? 'reports.view', ({ reports }) => reports(`names.${id}`), {
      within: ({ t }) => t('frame.nav.reports'),
      ...(id === 'khata' && { also: 'khata' as const }),
    }),
  ),
  ...settingsPages.map((name) =>
    page(`/settings/${name}`, 'settings.edit', ({ t }) => t(`office.settings.tabs.${name}`), {
      within: ({ t }) => t('frame.nav.settings'),
      ...(name === 'printers' || name === 'about' || name === 'till' ? { also: name } : {}),
      ...(name === 'counter' && { also: 'counterRules' as const }),
    }),
  ),
];

const deeds: readonly Plan[] = [
  action('newProduct', 'catalogue.edit', ({ t }) => t('office.products.create'), { go: '/products/new' }),
  action('newPurchase', 'stock.edit', ({ t }) => t('office.purchases.create'), {
    go: '/stock/purchases',
    press: 'create',
  }),
  action('newCustomer', 'customers.edit', ({ t }) => t('office.customers.create'), {
    go: '/customers',
    press: 'create',
  }),
  action(
    'newOrder',
    'sell',
    ({ t }) => t('office.orders.create'),
    { go: '/orders', press: 'create' },
    { also: 'orders' },
  ),
  action('newSupplier', 'stock.edit', ({ t }) => t('office.suppliers.create'), {
    go: '/stock/suppliers',
    press: 'create',
  }),
  action(
    'newCount',
    'stock.edit',
    ({ t }) => t('office.counts.create'),
    { go: '/stock/counts', press: 'create' },
    { also: 'counts' },
  ),
  action(
    'production',
    'stock.edit',
    ({ t }) => t('office.production.create'),
    { go: '/stock/production', press: 'create' },
    { also: 'production' },
  ),
  action('newRecipe', 'stock.edit', ({ t }) => t('office.recipes.create'), { go: '/stock/recipes', press: 'create' }),
  action(
    'feedback',
    'member',
    ({ t }) => t('office.feedback.create'),
    { go: '/stock/feedback', press: 'create' },
    { also: 'feedback' },
  ),
  action('dues', 'sell', ({ t }) => t('counter.actions.dues'), { go: '/', press: 'dues' }, { shortcut: 'dues' }),
  action(
    'recall',
    'sell',
    ({ t }) => t('counter.actions.recall'),
    { go: '/', press: 'recall' },
    { shortcut: 'recall' },
  ),
  action(
    'return',
    'sell',
    ({ t }) => t('counter.actions.return'),
    { go: '/', press: 'return' },
    { shortcut: 'return' },
  ),
  action(
    'shift',
    'sell',
    ({ t }) => t('counter.actions.shift'),
    { ask: 'shift' },
    { also: 'shift', shortcut: 'shift' },
  ),
  action(
    'drawer',
    'sell',
    ({ t }) => t('counter.actions.drawer'),
    { go: '/', press: 'drawer' },
    { shortcut: 'drawer' },
  ),
  action(
    'keys',
    'sell',
    ({ t }) => t('counter.help.title'),
    { go: '/', press: 'help' },
    { also: 'keys', shortcut: 'help' },
  ),
  action(
    'clock',
    'member',
    ({ t }) => t('counter.actions.clock'),
    { ask: 'clock' },
    { also: 'clock', shortcut: 'clock' },
  ),
  action('sync', 'member', ({ t }) => t('network.syncNow'), { ask: 'sync' }),
  action('diagnostics', 'member', ({ t }) => t('frame.saveDiagnostics'), { ask: 'diagnostics' }, { also: 'support' }),
  action('training', 'member', ({ t }) => t('training.start'), { ask: 'training' }),
  action(
    'lock',
    'member',
    ({ t }) => t('counter.actions.lock'),
    { ask: 'lock' },
    { also: 'signOut', shortcut: 'lock' },
  ),
];

/** Everything that this person may go to or do, pages as the rail has them. The words of `others` find it as well. */
export function entriesFor(
  places: readonly Place[],
  may: (permission: Permission) => boolean,
  words: Language,
  others: readonly Language[],
): Entry[] {
  const rail = places.map(({ path, name, permission }) => {
    const also = alsoOf[name];
    return page(path, permission, ({ t }) => t(`frame.nav.${name}`), {
      ...(also !== undefined && { also }),
      ...(name === 'attention' && inAlerts),
    });
  });
  return [...rail, ...deeper, ...deeds]
    .filter((plan) => may(plan.may))
    .map(({ id, kind, name, within, also, does, shortcut }) => {
      const inside = within?.(words) ?? null;
      const every = [words, ...others];
      return {
        id,
        kind,
        title: name(words),
        within: inside,
        does,
        names: [
          ...every.map(name),
          // "stock purchases" finds what stands under Stock.
          ...every.map((each) => (within ? `${name(each)} ${within(each)}` : '')),
          ...every.map((each) => (also ? `${name(each)} ${each.own(`also.${also}`)}` : '')),
        ],
        ...(shortcut && { shortcut }),
      };
    });
}
