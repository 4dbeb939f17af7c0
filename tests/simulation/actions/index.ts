import type { Action } from './action';
import { owner } from './action';
import { adjust, editSupplier, newSupplier, receiveGoods, refusedSupplier, takeBack } from './goods';
import { changeRole, fireOrHire, newerField, poison } from './oddities';
import { billOrder, cancelOrder, moveOrder, payAhead, takeOrder, voidOrderBill } from './orders';
import { logMade, removeRecipe, takeBackMade, writeFeedback, writeRecipe } from './production';
import {
  bringBack,
  editCost,
  editCustomer,
  editProduct,
  newCustomer,
  newProduct,
  refused,
  refusedCreator,
  remove,
} from './records';
import { giveBack, sale } from './sales';
import { clock, correctClock, payWage, takeBackWage } from './staff';

export type { Action, Receipt } from './action';
export { foundShop } from './found';
export { laterField } from './oddities';
export { noSettings } from './sales';
export { monthlyPay, paidMonth } from './staff';

export const actions = {
  sale,
  giveBack,
  adjust,
  receiveGoods,
  takeBack,
  newProduct: newProduct(owner),
  newCustomer,
  newSupplier,
  editCustomer,
  editSupplier,
  editProduct: editProduct(owner),
  editCost,
  remove,
  bringBack,
  refused,
  refusedCreator,
  refusedSupplier,
  poison,
  changeRole,
  fireOrHire,
  newerField,
  takeOrder,
  payAhead,
  moveOrder,
  cancelOrder,
  billOrder,
  voidOrderBill,
  clock,
  correctClock,
  payWage,
  takeBackWage,
  writeRecipe,
  removeRecipe,
  logMade,
  takeBackMade,
  writeFeedback,
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
