import type { Ages, Due } from '@shared/contract';
import { addMoney, ZERO } from '@shared/money';
import { payableBy } from './dues';

const msPerDay = 86_400_000;

/** Dues by how late they are, by the day until which each was to be paid; one without such a day was to be paid at once. */
export function agesOf(dues: readonly Due[], today: string): Ages {
  const ages: Ages = [ZERO, ZERO, ZERO, ZERO, ZERO];
  for (const due of dues) {
    const late = Math.round((Date.parse(today) - Date.parse(payableBy(due))) / msPerDay);
    const age = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4;
    ages[age] = addMoney(ages[age], due.open);
  }
  return ages;
}
