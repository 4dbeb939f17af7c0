import type { ApprovalAction, CallInput, CallName } from '@shared/contract';
import { askToJoin } from '../support/new-till';
import { firstRun, newCustomer, newProduct, pins, type Sample } from './sample';
import type { Till } from './world';

/** A good input, with every optional field given; made against the sample shop, perhaps after calls that lead up to it. */
type Example<N extends CallName> = (sample: Sample, till: Till) => CallInput<N> | Promise<CallInput<N>>;

const nothing = () => ({});
const page = { offset: 0, limit: 20 };
const lastMonth = { from: '2026-10-22', to: '2026-11-21' };
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

/** Dearer by a twentieth, in whole rupees: as it was previewed. */
const dearer = {
  field: 'price',
  how: { by: 'percent', rate: 50_000 },
  rounding: { step: 100, ending: 0, to: 'nearest' },
} as const;
const previewed = async ({ product }: Sample, till: Till): Promise<CallInput<'bulk.run'>> => {
  const selection = { of: 'these' as const, ids: [product.id] };
  const { stamp } = await till.call('bulk.preview', { selection, change: dearer, ...page });
  return { requestId: otherId, selection, change: dearer, stamp };
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
const forgotten = (staffId: string) => ({
  entryId: otherId,
  staffId,
  kind: 'out' as const,
  day: '2026-11-20',
  clock: 18 * 60 + 30,
});
const advance = (staffId: string) => ({
  paymentId: otherId,
  staffId,
  month: '2026-11',
  kind: 'advance' as const,
  amount: 100_000,
  method: 'upi' as const,
});
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const newTill = '01890a5d-ac96-774b-bcce-b302099a8058';
const otherId = '01890a5d-ac96-774b-bcce-b302099a8057';
const thirdId = '01890a5d-ac96-774b-bcce-b302099a8058';

async function approvalFor(
  { owner }: Sample,
  till: Till,
  action: ApprovalAction,
  subject: string,
  value: number,
): Promise<string> {
  const asked = await till.call('staff.approve', { staffId: owner, pin: pins.owner, action, subject, value });
  return asked.approval;
}

const newSupplier: CallInput<'suppliers.save'> = {
  name: 'Sahyadri Agro Traders',
  phone: '+91 98200 11111',
  gstin: '27AAPFU0939F1ZV',
  stateCode: '27',
  address: 'APMC Yard, Pune',
  email: 'sahyadri@example.org',
  openingBalance: 250_000,
  note: 'Comes on Tuesdays',
};

/** Paid by the customer, so that it can be taken back. */
async function duesPaid({ customer }: Sample, till: Till): Promise<string> {
  const paid = { amount: 50_000, method: 'upi' as const, confirm: ['advance' as const] };
  return (await till.call('customers.receive', { paymentId: otherId, customerId: customer, ...paid })).id;
}

async function supplierPayment(till: Till): Promise<CallInput<'supplierKhata.pay'>> {
  return {
    paymentId: thirdId,
    id: await supplier(till),
    amount: 100_000,
    method: 'bank',
    reference: 'NEFT 4411',
    note: 'for October',
    confirm: ['advance'],
  };
}

/** The customer owes something after it. */
async function owing({ customer }: Sample, till: Till): Promise<string> {
  await till.call('customerKhata.adjust', { entryId: otherId, id: customer, amount: 75_000, reason: 'paper book' });
  return customer;
}

const supplier = async (till: Till): Promise<string> => (await till.call('suppliers.save', newSupplier)).id;

/** A supplier's bill that can be posted; saved. */
async function draft({ product }: Sample, till: Till): Promise<CallInput<'purchases.saveDraft'>> {
  const { id } = await till.call('purchases.begin', { supplierId: await supplier(till) });
  const content: CallInput<'purchases.saveDraft'> = {
    id,
    supplierId: (await till.call('suppliers.list', { text: newSupplier.name, ...page })).rows[0]?.id ?? null,
    billNumber: 'AG/114',
    billDay: '2026-11-01',
    dueDay: '2026-12-01',
    pricesIncludeTax: false,
    inputCredit: true,
    discount: 1_000,
    roundOff: 40,
    note: 'two bags torn',
    lines: [
      {
        productId: product.id,
        unit: product.unit,
        quantity: 10_000,
        unitPrice: 9_500,
        discount: 20_000,
        taxClassId: null,
      },
    ],
  };
  await till.call('purchases.saveDraft', content);
  return content;
}

async function purchase(sample: Sample, till: Till): Promise<string> {
  const { id } = await till.call('purchases.post', { draftId: (await draft(sample, till)).id });
  return id;
}

/** A sheet on which the product was counted. */
async function counted({ product }: Sample, till: Till): Promise<{ countId: string; productId: string }> {
  const { id: countId } = await till.call('counts.begin', { name: 'November', scope: { what: 'all' } });
  await till.call('counts.add', { countId, productId: product.id, quantity: 3_000 });
  return { countId, productId: product.id };
}

const sheet = async (sample: Sample, till: Till) => ({ id: (await counted(sample, till)).countId });

const newOrder: CallInput<'orders.create'> = {
  id: thirdId,
  customerId: null,
  name: 'Farah Khan',
  phone: '+91 98200 22222',
  dueDay: '2026-11-24',
  dueTime: '17:30',
  way: 'delivery',
  address: '4 Hill Road',
  note: 'No nuts',
  lines: [
    { productId: null, name: 'Chocolate cake, 1 kg', quantity: 1_000, unitPrice: 90_000, note: 'Happy birthday Ali' },
  ],
  approvals: ['00112233445566778899aabbccddeeff'],
};

/** Nobody has to allow anything. */
const plainOrder = { ...newOrder, approvals: [] };

/** An order of the product, with an advance. */
async function order({ product, customer }: Sample, till: Till): Promise<{ id: string }> {
  const lines = [{ productId: product.id, name: product.name, quantity: 2_000, unitPrice: product.price, note: null }];
  const advance = { paymentId: otherId, amount: 10_000, method: 'upi' as const };
  await till.call('orders.create', { ...newOrder, customerId: customer, lines, approvals: [], advance });
  return { id: thirdId };
}

/** Something that is made of the product, by this recipe. */
async function newRecipe({ product }: Sample, till: Till): Promise<CallInput<'recipes.create'>> {
  const made = await till.call('catalogue.saveProduct', { ...newProduct, name: 'Dal tadka', sku: null, barcodes: [] });
  const lines = [{ productId: product.id, quantity: 2_000 }];
  return { id: thirdId, productId: made.id, batch: 10_000, lines, note: 'Soak it the night before' };
}

async function recipe(sample: Sample, till: Till): Promise<{ id: string; productId: string }> {
  const { id, productId } = await till.call('recipes.create', await newRecipe(sample, till));
  return { id, productId };
}

async function newLog(sample: Sample, till: Till): Promise<CallInput<'production.log'>> {
  const { id: recipeId, productId } = await recipe(sample, till);
  return {
    ...{ id: otherId, productId, quantity: 20_000, madeDay: '2026-11-20', part: 'night', madeBy: sample.cashier },
    ...{ recipeId, lines: [{ productId: sample.product.id, quantity: 4_000 }], note: 'For Sunday' },
  };
}

async function log(sample: Sample, till: Till): Promise<{ id: string }> {
  await till.call('production.log', await newLog(sample, till));
  return { id: otherId };
}

const newFeedback = ({ product, customer }: Sample): CallInput<'feedback.add'> => ({
  ...{ id: otherId, ofDay: '2026-11-20', part: 'evening', rating: 4, note: 'A little less salt' },
  ...{ productId: product.id, customerId: customer },
});

async function heldBill(till: Till): Promise<string> {
  await till.call('sales.hold', { name: 'Blue shirt' });
  const [held] = await till.call('sales.held', {});
  return held?.id ?? 'none';
}

async function openShift(till: Till): Promise<string> {
  const { id } = await till.call('shift.open', { shiftId: otherId, float: 200_000 });
  return id;
}

const examplePrinter: CallInput<'printing.savePrinter'> = {
  name: 'On the screen',
  kind: 'simulator',
  address: '',
  width: 80,
  profile: 'epson',
  isDefault: true,
  hasDrawer: true,
  printsSales: false,
};

/** The one printer of the till. */
async function printer(till: Till): Promise<string> {
  const [known] = await till.call('printing.printers', {});
  return (known ?? (await till.call('printing.savePrinter', examplePrinter))).id;
}

const shelfLabel = { kind: 'shelf', bars: true, packedOn: null } as const;
const labels = (productId: string) => ({
  design: shelfLabel,
  items: [{ productId, copies: 30 }],
  withoutCode: true,
});

/** A test page that has been printed: whoever counts writes afterwards does not count the queue's. */
async function printedJob(till: Till): Promise<string> {
  const { id } = await till.call('printing.test', { id: await printer(till) });
  for (;;) {
    const job = (await till.call('printing.jobs', {})).find((each) => each.id === id);
    if (job?.state === 'printed') return id;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A file of two products, as the import's examples choose it. */
export const importContent = 'Name,SKU,Price\nBasmati rice 5 kg,RICE-5,620.00\nSona masoori 5 kg,RICE-6,380.00\n';
const importMapping: CallInput<'import.check'>['mapping'] = ['name', 'sku', 'price'];

/**
 * One example per call of the contract. A call without one does not compile, and the suite refuses to run.
 * `shop.create` needs a till without a shop and `system.restoreBackup` one with a damaged file; the suite opens them.
 */
export const examples: { readonly [N in CallName]: Example<N> } = {
  'orders.list': async (sample, till) => {
    await order(sample, till);
    return { text: 'Farah', stages: ['placed', 'ready'], when: 'week', ...page };
  },
  'orders.get': order,
  'orders.create': () => ({
    ...newOrder,
    advance: { paymentId: otherId, amount: 20_000, method: 'cash', reference: 'coins' },
    confirm: ['advance'],
  }),
  'orders.edit': async (sample, till) => {
    const { id } = await order(sample, till);
    const { confirm: _confirm, advance: _advance, ...same } = newOrder;
    return { ...same, id, customerId: sample.customer };
  },
  'orders.move': async (sample, till) => ({ ...(await order(sample, till)), from: 'placed', to: 'ready' }),
  'orders.cancel': async (sample, till) => ({
    ...(await order(sample, till)),
    reason: 'Party called off',
    advance: 'refund',
    paid: 10_000,
    approval: '00112233445566778899aabbccddeeff',
  }),
  'orders.receive': async (sample, till) => ({
    ...(await order(sample, till)),
    paymentId: sample.customer,
    amount: 5_000,
    method: 'card',
    reference: '4411',
    confirm: ['advance'],
  }),
  'orders.remove': async (_sample, till) => ({ id: (await till.call('orders.create', plainOrder)).id }),
  'orders.restore': async (_sample, till) => {
    const { id } = await till.call('orders.create', plainOrder);
    await till.call('orders.remove', { id });
    return { id };
  },
  'orders.toBill': async (sample, till) => {
    await till.call('sales.clear', {});
    return order(sample, till);
  },
  'orders.message': order,
  'orders.openMessage': order,
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
  'system.startTraining': nothing,
  'system.endTraining': nothing,
  'system.display': nothing,
  'system.setDisplay': () => ({ on: true, message: 'Welcome to Asha Kirana' }),
  'display.view': nothing,
  'display.tell': async ({ product }, till) => {
    await till.call('sales.addLine', { productId: product.id });
    const { totals } = await till.call('sales.cart', {});
    return { mode: 'pay', received: 0, left: totals.toPay, upi: totals.toPay };
  },
  'system.openExternal': () => ({ url: 'https://wa.me/919876543210' }),

  'shop.create': () => firstRun,
  'staff.list': nothing,
  'staff.signIn': ({ cashier }) => ({ staffId: cashier, pin: pins.cashier }),
  'staff.signOut': nothing,
  'staff.save': ({ cashier }) => ({ id: cashier, name: 'Ravi K', role: 'manager', active: true, pin: '6042' }),
  'staff.remove': ({ cashier }) => ({ id: cashier }),
  'staff.restore': ({ removedStaff }) => ({ id: removedStaff }),

  'attendance.mine': nothing,
  'attendance.identify': ({ cashier }) => ({ staffId: cashier, pin: pins.cashier }),
  'attendance.clock': ({ cashier }) => ({
    entryId: otherId,
    kind: 'in',
    who: { staffId: cashier, pin: pins.cashier },
  }),
  'attendance.sheet': () => ({ month: '2026-11' }),
  'attendance.day': ({ cashier }) => ({ staffId: cashier, day: '2026-11-20' }),
  'attendance.add': ({ cashier }) => ({ ...forgotten(cashier), reason: 'went home without clocking out' }),
  'attendance.correct': async ({ cashier }, till) => {
    const { entryId, day } = forgotten(cashier);
    await till.call('attendance.add', { ...forgotten(cashier), reason: 'forgotten' });
    return { correctionId: thirdId, entryId, to: { day, clock: 17 * 60 }, reason: 'said so' };
  },
  'pay.sheet': () => ({ month: '2026-11' }),
  'pay.account': ({ cashier }) => ({ staffId: cashier, month: '2026-11' }),
  'pay.setRule': ({ cashier }) => ({
    ruleId: otherId,
    staffId: cashier,
    from: '2026-11-01',
    kind: 'monthly',
    amount: 15_000_00,
    lessAbsent: true,
    fullMinutes: 480,
    halfMinutes: 240,
    weeklyOff: 7,
  }),
  'pay.pay': ({ cashier }) => ({ ...advance(cashier), note: 'for school fees', confirm: ['advance'] }),
  'pay.adjust': ({ cashier }) => ({
    paymentId: otherId,
    staffId: cashier,
    month: '2026-11',
    kind: 'bonus',
    amount: 50_000,
    reason: 'Diwali',
  }),
  'pay.takeBack': async ({ cashier }, till) => {
    await till.call('pay.pay', advance(cashier));
    return { paymentId: otherId, reason: 'wrong person' };
  },

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
    require_shift: 0,
    blind_count: 1,
    cashier_returns: 1,
    cashier_discount_limit: 50_000,
    manager_discount_limit: 250_000,
    credit_days: 15,
    auto_lock_minutes: 10,
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

  'counts.list': () => ({ open: true, ...page }),
  'counts.get': sheet,
  'counts.begin': ({ category }) => ({ name: 'Pulses', scope: { what: 'category', id: category }, blind: false }),
  'counts.entries': (sample, till) => counted(sample, till).then((both) => ({ ...both, ...page })),
  'counts.scan': async (sample, till) => ({
    countId: (await counted(sample, till)).countId,
    code: '8901234567890',
    times: 2_000,
  }),
  'counts.add': async (sample, till) => ({ ...(await counted(sample, till)), quantity: -1_000 }),
  'counts.set': async (sample, till) => ({ ...(await counted(sample, till)), quantity: 4_000 }),
  'counts.take': async (sample, till) => {
    const both = await counted(sample, till);
    const [person] = (await till.call('counts.get', { id: both.countId })).people;
    return { ...both, staffId: person?.staffId ?? '', terminalId: person?.terminalId ?? '' };
  },
  'counts.clear': counted,
  'counts.review': async (sample, till) => ({
    countId: (await counted(sample, till)).countId,
    show: 'differences',
    ...page,
  }),
  'counts.figures': sheet,
  'counts.post': async (sample, till) => ({ ...(await sheet(sample, till)), missing: 'zero' }),
  'counts.cancel': sheet,

  'recipes.list': async (sample, till) => {
    await recipe(sample, till);
    return { text: 'tadka', ...page };
  },
  'recipes.get': async (sample, till) => ({ id: (await recipe(sample, till)).id }),
  'recipes.create': newRecipe,
  'recipes.edit': async (sample, till) => {
    const { id } = await recipe(sample, till);
    return { id, batch: 12_000, lines: [{ productId: sample.product.id, quantity: 3_000 }], note: null };
  },
  'recipes.remove': async (sample, till) => ({ id: (await recipe(sample, till)).id }),
  'recipes.restore': async (sample, till) => {
    const { id } = await recipe(sample, till);
    await till.call('recipes.remove', { id });
    return { id };
  },
  'production.list': async (sample, till) => {
    await log(sample, till);
    return { ...lastMonth, part: 'night', productId: sample.product.id, ...page };
  },
  'production.get': log,
  'production.plan': async (sample, till) => ({ productId: (await recipe(sample, till)).productId, quantity: 5_000 }),
  'production.log': newLog,
  'production.reverse': async (sample, till) => ({ ...(await log(sample, till)), reason: 'Written down twice' }),
  'feedback.list': async (sample, till) => {
    await till.call('feedback.add', newFeedback(sample));
    return { ...lastMonth, part: 'evening', ...page };
  },
  'feedback.add': newFeedback,

  'suppliers.list': () => ({ text: 'agro', ...page }),
  'suppliers.get': async (_sample, till) => ({ id: await supplier(till) }),
  'suppliers.save': () => newSupplier,
  'suppliers.remove': async (_sample, till) => ({ id: await supplier(till) }),
  'suppliers.restore': async (_sample, till) => {
    const id = await supplier(till);
    await till.call('suppliers.remove', { id });
    return { id };
  },
  'purchases.list': () => ({ text: 'AG', from: '2026-04-01', to: '2026-12-31', ...page }),
  'purchases.get': async (sample, till) => ({ id: await purchase(sample, till) }),
  'purchases.drafts': nothing,
  'purchases.draft': async (sample, till) => ({ id: (await draft(sample, till)).id }),
  'purchases.begin': ({ product }) => ({ products: [{ productId: product.id, quantity: 12_000 }] }),
  'purchases.reorder': async (sample, till) => {
    await purchase(sample, till);
    return page;
  },
  'purchases.reorderGroups': nothing,
  'purchases.orderText': async ({ product }, till) => ({
    supplierId: await supplier(till),
    lines: [{ productId: product.id, quantity: 12_000 }],
  }),
  'purchases.newLine': ({ product }) => ({ productId: product.id }),
  'purchases.saveDraft': (sample, till) => draft(sample, till),
  'purchases.dropDraft': async (sample, till) => ({ id: (await draft(sample, till)).id }),
  'purchases.post': async (sample, till) => ({ draftId: (await draft(sample, till)).id }),
  'purchases.reverse': async (sample, till) => ({ id: await purchase(sample, till), reason: 'Wrong supplier' }),
  'stock.levels': ({ category }) => ({ text: 'dal', categoryId: category, state: 'any', sort: 'stock', ...page }),
  'stock.summary': nothing,
  'stock.period': ({ product }) => ({ productId: product.id, from: '2026-04-01', to: '2026-11-30' }),
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
  'sales.setDiscount': async (sample, till) => ({
    lineNo: 1,
    discount: { percent: 500_000 },
    approval: await approvalFor(sample, till, 'discount', `${sample.cart.id}:1`, 500_000),
  }),
  'sales.setPrice': async (sample, till) => ({
    lineNo: 1,
    price: 15_500,
    approval: await approvalFor(sample, till, 'price', `${sample.cart.id}:1`, 15_500),
  }),
  'sales.setNote': () => ({ lineNo: 1, note: 'gift wrapped' }),
  'sales.removeLine': () => ({ lineNo: 1 }),
  'sales.undo': async (_sample, till) => {
    await till.call('sales.removeLine', { lineNo: 1 });
    return {};
  },
  'sales.clear': nothing,
  'sales.setCustomer': ({ customer }) => ({ customerId: customer }),
  'sales.setExchange': ({ bill }) => ({
    exchange: { billId: bill, lines: [{ lineNo: 1, quantity: 1_000, restock: false, reason: 'torn' }], reason: 'Torn' },
  }),
  'sales.hold': () => ({ name: 'Blue shirt', note: 'back in five minutes' }),
  'sales.held': nothing,
  'sales.recall': async (_sample, till) => ({ id: await heldBill(till) }),
  'sales.dropHeld': async (_sample, till) => ({ id: await heldBill(till) }),
  'sales.restoreHeld': async (_sample, till) => {
    const id = await heldBill(till);
    await till.call('sales.dropHeld', { id });
    return { id };
  },
  'sales.upiLink': ({ cart }) => ({ amount: 16_000, reference: cart.id }),
  'sales.complete': async (sample, till) => ({
    cartId: sample.cart.id,
    revision: sample.cart.revision,
    payments: [{ method: 'cash', amount: sample.cart.total, reference: 'drawer 1' }],
    dueDay: '2026-12-31',
    refund: 'cash',
    approvals: [await approvalFor(sample, till, 'discount', sample.cart.id, 200_000)],
    confirm: ['cash_limit', 'credit_limit', 'advance'],
  }),
  'sales.bills': ({ product, customer }) => ({
    text: 'A1',
    number: 'A1/2627',
    customerId: customer,
    phone: '98765',
    productId: product.id,
    from: '2026-01-01',
    to: '2026-12-31',
    least: 100,
    most: 1_000_000,
    state: 'returned',
    ...page,
  }),
  'sales.findBill': () => ({ code: 'A1/2627/000001' }),
  'sales.creditNote': async ({ bill }, till) => {
    const { id } = await till.call('sales.return', {
      returnId: otherId,
      billId: bill,
      lines: [{ lineNo: 1, quantity: 1_000 }],
      reason: 'Damaged',
      refund: 'cash',
    });
    return { id };
  },
  'sales.bill': ({ bill }) => ({ id: bill }),
  'sales.returnWorth': ({ bill }) => ({
    billId: bill,
    lines: [{ lineNo: 1, quantity: 1_000, restock: false, reason: 'torn pack' }],
  }),
  'sales.return': async (sample, till) => ({
    returnId: otherId,
    billId: sample.bill,
    lines: [{ lineNo: 1, quantity: 1_000, restock: false, reason: 'torn pack' }],
    reason: 'Damaged',
    refund: [
      { method: 'store_credit', amount: 10_000, reference: 'card 4' },
      { method: 'upi', amount: 6_000 },
    ],
    customerId: sample.customer,
    approval: await approvalFor(sample, till, 'return', sample.bill, 16_000),
  }),
  'sales.void': async (sample, till) => ({
    billId: sample.bill,
    reason: 'Wrong customer',
    approval: await approvalFor(sample, till, 'void', sample.bill, 32_000),
  }),

  'staff.approvers': () => ({ action: 'discount', value: 200_000 }),
  'staff.approve': ({ owner, bill }) => ({
    staffId: owner,
    pin: pins.owner,
    action: 'void',
    subject: bill,
    value: 32_000,
  }),

  'shift.current': nothing,
  'shift.open': () => ({ shiftId: otherId, float: 200_000, note: 'small change is short', confirm: ['cash_limit'] }),
  'shift.cash': async (_sample, till) => {
    await openShift(till);
    const confirm: CallInput<'shift.cash'>['confirm'] = ['cash_limit'];
    return { entryId: thirdId, direction: 'out', amount: 5_000, reason: 'tea for the staff', confirm };
  },
  'shift.report': async (_sample, till) => ({ shiftId: await openShift(till) }),
  'shift.close': async (_sample, till) => ({
    shiftId: await openShift(till),
    counts: [
      { denomination: 50_000, count: 3 },
      { denomination: 10_000, count: 5 },
    ],
    leftFloat: 100_000,
    note: 'a torn ten',
    confirm: ['cash_limit'],
  }),
  'shift.list': () => ({ from: '2026-01-01', to: '2026-12-31', ...page }),
  'shift.get': async (_sample, till) => ({ shiftId: await openShift(till) }),
  'drawer.open': async (sample, till) => ({
    openingId: otherId,
    reason: 'change for a note',
    approval: await approvalFor(sample, till, 'drawer', otherId, 0),
  }),

  'customers.list': () => ({ text: 'meera', ...page }),
  'customers.save': ({ customer }) => ({ ...newCustomer, id: customer, name: 'Meera K Nair', creditDays: 15 }),
  'customers.get': ({ customer }) => ({ id: customer }),
  'customers.receive': ({ customer }) => ({
    paymentId: otherId,
    customerId: customer,
    amount: 50_000,
    method: 'upi',
    reference: 'T26112104',
    note: 'for November',
    confirm: ['advance'],
  }),
  'customers.payment': async ({ customer }, till) => {
    const paid = { amount: 50_000, method: 'cash' as const, confirm: ['advance' as const] };
    const { id } = await till.call('customers.receive', { paymentId: otherId, customerId: customer, ...paid });
    return { id };
  },
  'customers.accounts': () => ({ text: 'meera', only: 'owing', ...page }),
  'customerKhata.entries': ({ customer }) => ({ id: customer, ...lastMonth, ...page }),
  'customerKhata.summary': ({ customer }) => ({ id: customer }),
  'customerKhata.statement': ({ customer }) => ({ id: customer, ...lastMonth }),
  'customerKhata.saveStatement': ({ customer }) => ({ id: customer, ...lastMonth, by: 'file' }),
  'customerKhata.takeBack': async (sample, till) => ({ paymentId: await duesPaid(sample, till), reason: 'wrong name' }),
  'customerKhata.adjust': ({ customer }) => ({
    entryId: otherId,
    id: customer,
    amount: -2_500,
    reason: 'old discount',
  }),
  'customerKhata.reminder': ({ customer }) => ({ id: customer }),
  'customerKhata.remind': async (sample, till) => ({ id: await owing(sample, till), by: 'whatsapp' }),
  'supplierKhata.entries': async (_sample, till) => ({ id: await supplier(till), ...lastMonth, ...page }),
  'supplierKhata.summary': async (_sample, till) => ({ id: await supplier(till) }),
  'supplierKhata.statement': async (_sample, till) => ({ id: await supplier(till), ...lastMonth }),
  'supplierKhata.saveStatement': async (_sample, till) => ({ id: await supplier(till), ...lastMonth, by: 'mail' }),
  'supplierKhata.pay': async (_sample, till) => supplierPayment(till),
  'supplierKhata.takeBack': async (_sample, till) => {
    const paid = await supplierPayment(till);
    await till.call('supplierKhata.pay', paid);
    return { paymentId: paid.paymentId, reason: 'bounced' };
  },
  'supplierKhata.adjust': async (_sample, till) => ({
    entryId: otherId,
    id: await supplier(till),
    amount: 12_000,
    reason: 'freight',
  }),
  'customers.remove': ({ customer }) => ({ id: customer }),
  'customers.restore': ({ removedCustomer }) => ({ id: removedCustomer }),

  'notices.overdue': nothing,
  'notices.readOverdue': () => ({ through: '2026-11-21' }),
  'system.notices': nothing,
  'system.setNotices': () => ({ low_stock: true, out_of_stock: false, oversold: true, new_order: true }),
  'history.changes': ({ product }) => ({ kind: 'product', id: product.id, ...page }),
  'find.everywhere': () => ({ text: 'soap', limit: 5 }),
  'alerts.list': () => ({ state: 'all', ...page }),
  'alerts.acknowledge': ({ alert }) => ({ ids: [alert] }),

  'printing.printers': nothing,
  'printing.savePrinter': async (_sample, till) => ({ ...examplePrinter, id: await printer(till) }),
  'printing.removePrinter': async (_sample, till) => ({ id: await printer(till) }),
  'printing.systemQueues': nothing,
  'printing.test': async (_sample, till) => ({ id: await printer(till) }),
  'printing.status': nothing,
  'printing.jobs': () => ({ limit: 20 }),
  'printing.retry': async (_sample, till) => ({ id: await printedJob(till) }),
  'printing.dismiss': async (_sample, till) => ({ id: await printedJob(till) }),
  'printing.print': async ({ bill }, till) => {
    await printer(till);
    return { kind: 'bill', id: bill, copy: 'duplicate' };
  },
  'printing.receipt': ({ bill }) => ({ kind: 'bill', id: bill, copy: 'duplicate' }),
  'printing.savePdf': ({ bill }) => ({ kind: 'invoice', id: bill, paper: 'A5', copies: 3 }),
  'printing.share': ({ bill }) => ({ billId: bill, by: 'whatsapp' }),
  'printing.paper': async (_sample, till) => ({ printerId: await printer(till) }),
  'labels.products': ({ product }) => ({ ids: [product.id] }),
  'labels.preview': ({ product }) => ({ productId: product.id, design: shelfLabel, on: '50x25' }),
  'labels.savePdf': ({ product }) => ({ ...labels(product.id), sheet: 'a4x24', begin: 5 }),
  'labels.saveZpl': ({ product }) => ({ ...labels(product.id), size: '50x25', printer: 'zpl203' }),
  'labels.print': async ({ product }, till) => ({
    ...labels(product.id),
    size: '38x25',
    printerId: await printer(till),
  }),

  'printing.simulate': async (_sample, till) => ({ printerId: await printer(till), fault: 'none' }),

  'bulk.preview': ({ category, brand }) => ({
    selection: { of: 'filter', text: 'dal', categoryId: category, brandId: brand, stock: 'low', except: [otherId] },
    change: dearer,
    ...page,
  }),
  'bulk.run': previewed,
  'bulk.stop': () => ({ requestId: otherId }),
  'bulk.undo': async (sample, till) => {
    await till.call('bulk.run', await previewed(sample, till));
    return { requestId: otherId };
  },
  'bulk.progress': nothing,

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
  'network.setTerminalRole': async (_sample, till) => {
    const [terminal] = await till.call('network.terminals', {});
    return { terminalId: terminal?.id ?? '', role: 'office' };
  },
  'network.revoke': async (_sample, till) => {
    await till.call('network.confirmPairing', await askingTill(till));
    // Its record comes back from the hub as everybody's.
    while (!(await till.call('network.terminals', {})).some(({ id }) => id === newTill)) await nextTurn();
    return { terminalId: newTill };
  },
  'network.leave': () => ({ unsent: 0 }),
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

  'reports.page': () => ({ ...lastMonth, report: 'products', sort: 'net', descending: true, ...page }),
  'reports.dashboard': nothing,
  'reports.export': () => ({ ...lastMonth, report: 'days', format: 'xlsx' }),
  'reports.gst': () => lastMonth,
  'reports.exportGst': () => ({ ...lastMonth, format: 'tally' }),
};
