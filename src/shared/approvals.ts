/**
 * What may need somebody else's PIN. The call that is refused with `approval_required` says what is to be approved:
 * `action`, `subject` and `value`; `staff.approve` takes the three as they are, and its token lets that call pass once.
 */
export const approvalActions = [
  'discount',
  'price',
  'void',
  'return',
  'credit_limit',
  'drawer',
  'order_cancel',
] as const;

export type ApprovalAction = (typeof approvalActions)[number];

/** One thing to be approved. */
export interface ApprovalNeed {
  readonly action: ApprovalAction;
  /** What it is done to: a bill's id, a line of the open bill as `<cart>:<line>`, this drawer. */
  readonly subject: string;
  /** How much: a rate (parts per million) of a discount, a price, a total, a due; minor units. */
  readonly value: number;
}
