import type { Permission } from './roles';

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
  'production',
  'khata',
  'daybook',
  'shifts',
  'attendance',
  'pay',
] as const;
export type ReportId = (typeof reportIds)[number];

/** What a report asks for beside `reports.view`. */
export const reportPermissions: Partial<Record<ReportId, Permission>> = {
  attendance: 'attendance.edit',
  pay: 'pay.edit',
};

export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];
