/** The reports, in the order of their list. By itself, because the contract is loaded at the start. */
export const reportIds = [
  'days',
  'hours',
  'products',
  'categories',
  'brands',
  'profit',
  'customers',
  'cashiers',
  'payments',
  'discounts',
  'returns',
  'taxes',
  'hsn',
  'stock',
  'valuation',
  'shortages',
  'reorder',
  'khata',
  'daybook',
  'shifts',
] as const;
export type ReportId = (typeof reportIds)[number];

export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];
