import type { ApprovalNeed } from '@shared/approvals';
import type { Row } from '@shared/entities';
import { type Rate, rate, WHOLE } from '@shared/money';
import { isAllowed, type Role } from '@shared/roles';

type Rules = Pick<Row<'business_settings'>, 'cashier_returns' | 'cashier_discount_limit' | 'manager_discount_limit'>;

/** The part of a price that a role may let off without asking anybody. */
export function discountLimit(rules: Rules, role: Role): Rate {
  if (role === 'owner') return WHOLE;
  if (role === 'manager') return rules.manager_discount_limit;
  return role === 'cashier' ? rules.cashier_discount_limit : rate(0);
}

/** Whether a role may do this by itself, and so allow it to others. */
export function isWithinRights(rules: Rules, role: Role, { action, value }: Pick<ApprovalNeed, 'action' | 'value'>) {
  switch (action) {
    case 'discount':
      return value <= discountLimit(rules, role);
    case 'price':
      return isAllowed(role, 'price.change');
    case 'void':
    case 'order_cancel':
      return isAllowed(role, 'void');
    case 'return':
      return isAllowed(role, 'return') && (role !== 'cashier' || rules.cashier_returns === 1);
    case 'credit_limit':
      return isAllowed(role, 'credit.exceed');
    case 'drawer':
      return isAllowed(role, 'drawer.open');
  }
}
