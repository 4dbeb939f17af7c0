/** The one contract between the renderer and main. */
import type { z } from 'zod';
import { alertCalls } from './alerts';
import { approvalCalls } from './approvals';
import { attendanceCalls } from './attendance';
import { bulkCalls } from './bulk';
import { catalogueCalls } from './catalogue';
import { countCalls } from './counts';
import { customerCalls } from './customers';
import { displayCalls } from './display';
import { findCalls } from './find';
import { gstCalls } from './gst';
import { historyCalls } from './history';
import { importCalls } from './imports';
import { khataCalls } from './khata';
import { labelCalls } from './labels';
import { networkCalls } from './network';
import { noticeCalls } from './notices';
import { orderCalls } from './orders';
import { payCalls } from './pay';
import { printingCalls } from './printing';
import { productionCalls } from './production';
import { purchaseCalls } from './purchases';
import { reportCalls } from './reports';
import { salesCalls } from './sales';
import { settingsCalls } from './settings';
import { shiftCalls } from './shift';
import { stockCalls } from './stock';
import { supplierCalls } from './suppliers';
import { systemCalls } from './system';

export const contract = {
  ...systemCalls,
  ...attendanceCalls,
  ...payCalls,
  ...settingsCalls,
  ...catalogueCalls,
  ...bulkCalls,
  ...stockCalls,
  ...countCalls,
  ...supplierCalls,
  ...purchaseCalls,
  ...productionCalls,
  ...salesCalls,
  ...orderCalls,
  ...shiftCalls,
  ...approvalCalls,
  ...customerCalls,
  ...khataCalls,
  ...printingCalls,
  ...labelCalls,
  ...alertCalls,
  ...findCalls,
  ...noticeCalls,
  ...historyCalls,
  ...importCalls,
  ...networkCalls,
  ...displayCalls,
  ...reportCalls,
  ...gstCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;

/** What a caller gives: before defaults are filled in. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives: validated, defaults filled in, brands put on. */
export type HandlerInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = Exclude<Contract[N]['_output'], undefined>;

export type QueryName = { [N in CallName]: Contract[N]['kind'] extends 'query' ? N : never }[CallName];
export type CommandName = Exclude<CallName, QueryName>;

export * from './alerts';
export * from './approvals';
export * from './attendance';
export * from './bulk';
export type { AppWindow, Call, CallKind } from './call';
export * from './catalogue';
export * from './counts';
export * from './customers';
export * from './display';
export * from './events';
export * from './find';
export * from './gst';
export * from './history';
export * from './imports';
export { limits } from './inputs';
export * from './khata';
export * from './labels';
export * from './network';
export * from './notices';
export type { OrderPush } from './order-events';
export * from './orders';
export * from './pay';
export * from './printing';
export * from './production';
export * from './purchases';
export * from './reports';
export * from './sales';
export * from './settings';
export * from './shift';
export * from './stock';
export * from './suppliers';
export * from './system';
