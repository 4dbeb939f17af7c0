/** Of a bill `b`: within two days, and not voided. A voided bill is in no figure of sales. */
export const soldBetween = 'b.day >= ? AND b.day <= ? AND b.id NOT IN (SELECT bill_id FROM bill_void)';

/** Of a credit note `r`: within two days. */
export const returnedBetween = 'r.day >= ? AND r.day <= ?';
