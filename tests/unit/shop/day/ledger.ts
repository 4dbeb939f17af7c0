import type { PaymentMethod } from '@shared/entities';

/**
 * A day's books kept the way a careful clerk would, in plain numbers and from nothing but what the counter was told: what
 * the application adds up in its tables is held against these.
 */
export class Ledger {
  /** What lies in the drawer. */
  drawer = 0;
  readonly khata = new Map<string, number>();
  readonly stock = new Map<string, number>();
  /** Null while no shift is open. */
  shift: ShiftBook | null = null;
  readonly closed: ShiftBook[] = [];

  owes(customer: string): number {
    return this.khata.get(customer) ?? 0;
  }

  moveStock(product: string, thousandths: number): void {
    this.stock.set(product, (this.stock.get(product) ?? 0) + thousandths);
  }

  owe(customer: string, amount: number): void {
    this.khata.set(customer, this.owes(customer) + amount);
  }

  cash(amount: number): void {
    this.drawer += amount;
    if (this.shift) this.shift.expected += amount;
  }

  paid(method: PaymentMethod, amount: number): void {
    if (this.shift && amount !== 0) this.shift.methods.set(method, (this.shift.methods.get(method) ?? 0) + amount);
    if (method === 'cash') this.cash(amount);
  }
}

export interface ShiftBook {
  readonly id: string;
  expected: number;
  bills: number;
  sales: number;
  returns: number;
  returned: number;
  voids: number;
  voided: number;
  tax: number;
  onAccount: number;
  duesReceived: number;
  readonly methods: Map<PaymentMethod, number>;
}

export const newShift = (id: string, float: number): ShiftBook => ({
  id,
  expected: float,
  bills: 0,
  sales: 0,
  returns: 0,
  returned: 0,
  voids: 0,
  voided: 0,
  tax: 0,
  onAccount: 0,
  duesReceived: 0,
  methods: new Map(),
});
