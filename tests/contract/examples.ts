import type { CallInput, CallName } from '@shared/contract';
import { askToJoin } from '../support/new-till';
import { firstRun, newCustomer, newProduct, pins, type Sample } from './sample';
import type { Till } from './world';

/** A good input, with every optional field given; made against the sample shop, perhaps after calls that lead up to it. */
type Example<N extends CallName> = (sample: Sample, till: Till) => CallInput<N> | Promise<CallInput<N>>;

const nothing = () => ({});
const page = { offset: 0, limit: 20 };
const rates: CallInput<'catalogue.saveTaxClass'>['rates'] = [
  {
    effectiveFrom: '2025-09-22',
    components: [
      { kind: 'gst', rate: 400_000, perUnit: 0, compound: false },
      { kind: 'cess', rate: 0, perUnit: 2_500, compound: false },
    ],
  },
];

const chosenFile: Example<'import.cancel'> = async (_sample, till) => {
  const preview = await till.call('import.choose', {});
  if (preview === null) throw new Error('The dialog of this till chooses a file');
  return { token: preview.token };
};
const checkedFile: Example<'import.run'> = async (sample, till) => {
  const { token } = await chosenFile(sample, till);
  await till.call('import.check', { token, mapping: importMapping });
  return { token };
};

const hosting = async (_sample: Sample, till: Till) => {
  await till.call('network.host', {});
  return {};
};
/** A till that stands before the host's open door, its digits on the screen. */
async function askingTill(till: Till): Promise<CallInput<'network.confirmPairing'>> {
  await till.call('network.host', {});
  const pairing = await till.call('network.openPairing', {});
  const [address] = pairing.state === 'open' ? pairing.addresses : [];
  const port = address?.split(':').at(-1);
  const { digits } = await askToJoin(`127.0.0.1:${port}`, newTill);
  return { digits, name: 'Counter 2', role: 'counter' };
}
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const newTill = '01890a5d-ac96-774b-bcce-b302099a8058';

/** A file of two products, as the import's examples choose it. */
export const importContent = 'Name,SKU,Price\nBasmati rice 5 kg,RICE-5,620.00\nSona masoori 5 kg,RICE-6,380.00\n';
const importMapping: CallInput<'import.check'>['mapping'] = ['name', 'sku', 'price'];

/**
 * One example per call of the contract. A call without one does not compile, and the suite refuses to run.
 * `shop.create` needs a till without a shop and `system.restoreBackup` one with a damaged file; the suite opens them.
 */
export const examples: { readonly [N in CallName]: Example<N> } = {
  'system.status': nothing,
  'system.reportError': () => ({
    message: 'x is not a function',
    stack: 'Error\n at f (app://x.js:1:1)',
    screen: 'bills',
  }),
  'system.saveDiagnostics': nothing,
  'system.restoreBackup': async (_sample, till) => {
    const status = await till.call('system.status', {});
    return { file: (status.phase === 'trouble' ? status.trouble.backups[0]?.file : undefined) ?? 'no backup' };
  },
  'system.retry': nothing,
  'system.openExternal': () => ({ url: 'https://wa.me/919876543210' }),

  'shop.create': () => firstRun,
  'staff.list': nothing,
  'staff.signIn': ({ cashier }) => ({ staffId: cashier, pin: pins.cashier }),
  'staff.signOut': nothing,
  'staff.save': ({ cashier }) => ({ id: cashier, name: 'Ravi K', role: 'manager', active: true, pin: '6042' }),
  'staff.remove': ({ cashier }) => ({ id: cashier }),
  'staff.restore': ({ removedStaff }) => ({ id: removedStaff }),

  'settings.get': nothing,
  'settings.save': () => ({
    name: 'Asha Kirana and Bakery',
    language: 'hi',
    time_zone: 'Asia/Kolkata',
    tax_regime: 'india_gst',
    prices_include_tax: 1,
    rounding_method: 'line',
    round_off_unit: 100,
    cash_rounding_unit: 100,
    negative_stock: 'warn',
    state_code: '27',
    gstin: '27AAPFU0939F1ZV',
    address: '1 Station Road',
    phone: '+91 98220 12345',
    upi_id: 'asha@upi',
    receipt_header: 'Welcome',
    receipt_footer: 'Thank you',
    weight_codes: '21{IIIII}{NNDDD}',
  }),

  'catalogue.products': ({ category, brand }) => ({
    text: 'dal',
    categoryId: category,
    brandId: brand,
    stock: 'any',
    deleted: false,
    sort: 'name',
    descending: false,
    ...page,
  }),
  'catalogue.search': () => ({ text: 'toor', limit: 20 }),
  'catalogue.favourites': ({ category }) => ({ categoryId: category, limit: 20 }),
  'catalogue.lookup': () => ({ code: '8901234567890' }),
  'catalogue.product': ({ product }) => ({ id: product.id }),
  'catalogue.saveProduct': ({ brand, category, taxClass }) => ({
    ...newProduct,
    name: 'Chana dal 1 kg',
    sku: 'DAL-2',
    barcodes: ['8901234567906'],
    brandId: brand,
    categoryId: category,
    taxClassId: taxClass,
  }),
  'catalogue.removeProduct': ({ product }) => ({ id: product.id }),
  'catalogue.restoreProduct': ({ removedProduct }) => ({ id: removedProduct }),
  'catalogue.brands': nothing,
  'catalogue.saveBrand': ({ brand }) => ({ id: brand, name: 'Tata Sampann', active: true }),
  'catalogue.removeBrand': ({ unusedBrand }) => ({ id: unusedBrand }),
  'catalogue.restoreBrand': ({ removedBrand }) => ({ id: removedBrand }),
  'catalogue.categories': nothing,
  'catalogue.saveCategory': ({ category }) => ({ name: 'Split pulses', parentId: category, active: true }),
  'catalogue.removeCategory': ({ unusedCategory }) => ({ id: unusedCategory }),
  'catalogue.restoreCategory': ({ removedCategory }) => ({ id: removedCategory }),
  'catalogue.taxClasses': nothing,
  'catalogue.saveTaxClass': ({ taxClass }) => ({ id: taxClass, name: 'Luxury goods', active: true, rates }),
  'catalogue.removeTaxClass': ({ unusedTaxClass }) => ({ id: unusedTaxClass }),
  'catalogue.restoreTaxClass': ({ removedTaxClass }) => ({ id: removedTaxClass }),

  'stock.history': ({ product }) => ({ productId: product.id, ...page }),
  'stock.adjust': ({ product }) => ({
    productId: product.id,
    quantity: -1_000,
    reason: 'adjustment',
    note: 'a torn bag',
  }),

  'sales.cart': nothing,
  'sales.scan': () => ({ code: '8901234567890', quantity: 1_000 }),
  'sales.addLine': ({ product }) => ({ productId: product.id, quantity: 1_000, unitIndex: 0 }),
  'sales.setQuantity': () => ({ lineNo: 1, quantity: 3_000 }),
  'sales.setDiscount': () => ({ lineNo: 1, discount: { percent: 100_000 } }),
  'sales.removeLine': () => ({ lineNo: 1 }),
  'sales.undo': async (_sample, till) => {
    await till.call('sales.removeLine', { lineNo: 1 });
    return {};
  },
  'sales.clear': nothing,
  'sales.setCustomer': ({ customer }) => ({ customerId: customer }),
  'sales.complete': ({ cart }) => ({
    cartId: cart.id,
    revision: cart.revision,
    payments: [{ method: 'cash', amount: cart.total, reference: 'drawer 1' }],
  }),
  'sales.bills': () => ({ text: 'A1', from: '2026-01-01', to: '2026-12-31', ...page }),
  'sales.bill': ({ bill }) => ({ id: bill }),
  'sales.return': ({ bill }) => ({
    returnId: '01890a5d-ac96-774b-bcce-b302099a8057',
    billId: bill,
    lines: [{ lineNo: 1, quantity: 1_000 }],
    reason: 'Damaged',
    refund: 'cash',
  }),

  'customers.list': () => ({ text: 'meera', ...page }),
  'customers.save': ({ customer }) => ({ ...newCustomer, id: customer, name: 'Meera K Nair' }),
  'customers.remove': ({ customer }) => ({ id: customer }),
  'customers.restore': ({ removedCustomer }) => ({ id: removedCustomer }),

  'alerts.list': () => ({ state: 'all', ...page }),
  'alerts.acknowledge': ({ alert }) => ({ ids: [alert] }),

  'import.choose': nothing,
  'import.reread': async (sample, till) => ({
    ...(await chosenFile(sample, till)),
    encoding: 'utf-8',
    delimiter: ',',
    sheet: 'ignored by CSV',
  }),
  'import.check': async (sample, till) => ({ ...(await chosenFile(sample, till)), mapping: importMapping }),
  'import.run': checkedFile,
  'import.cancel': chosenFile,
  'import.progress': nothing,

  'network.status': nothing,
  'network.health': nothing,
  'network.syncNow': nothing,
  'network.host': nothing,
  'network.stopHosting': hosting,
  'network.terminals': nothing,
  'network.renameTerminal': async (_sample, till) => {
    const [terminal] = await till.call('network.terminals', {});
    return { terminalId: terminal?.id ?? '', name: 'Front counter' };
  },
  'network.revoke': async (_sample, till) => {
    await till.call('network.confirmPairing', await askingTill(till));
    // Its record comes back from the hub as everybody's.
    while (!(await till.call('network.terminals', {})).some(({ id }) => id === newTill)) await nextTurn();
    return { terminalId: newTill };
  },
  'network.openPairing': hosting,
  'network.pairing': nothing,
  'network.confirmPairing': (_sample, till) => askingTill(till),
  'network.closePairing': hosting,
  'network.discover': nothing,
  'network.join': () => ({ address: '127.0.0.1:1' }),
  'network.joining': nothing,
  'network.cancelJoin': nothing,

  'attention.list': nothing,
  'attention.act': async ({ product }, till) => {
    await till.call('stock.adjust', {
      productId: product.id,
      quantity: -100_000,
      reason: 'adjustment',
      note: 'counted wrong',
    });
    const [item] = await till.call('attention.list', {});
    return { id: item?.id ?? '', action: 'dismiss' };
  },
};
