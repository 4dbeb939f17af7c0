import type { Day } from '@shared/clock';
import type { Row } from '@shared/entities';
import type { Reads } from '../../store';
import { badValue } from '../text';

type Rule = Pick<Row<'pay_rule'>, 'person_id' | 'from_day' | 'kind' | 'amount' | 'less_absent'> &
  Pick<Row<'work_rule'>, 'full_minutes' | 'half_minutes' | 'weekly_off'>;

/**
 * Whether this rule was set already, by an earlier call whose answer got lost.
 *
 * @throws AppError `bad_value` for an id under which something else was agreed
 */
export function isRuleThere(reads: Reads, id: string, rule: Rule): boolean {
  const there = reads
    .sql<[string], Rule>(
      `SELECT p.person_id, p.from_day, p.kind, p.amount, p.less_absent, w.full_minutes, w.half_minutes, w.weekly_off
       FROM pay_rule AS p JOIN work_rule AS w ON w.id = p.id WHERE p.id = ?`,
    )
    .get(id);
  if (!there) return false;
  const isSame =
    there.person_id === rule.person_id &&
    there.from_day === rule.from_day &&
    there.kind === rule.kind &&
    there.amount === rule.amount &&
    there.less_absent === rule.less_absent &&
    there.full_minutes === rule.full_minutes &&
    there.half_minutes === rule.half_minutes &&
    there.weekly_off === rule.weekly_off;
  if (isSame) return true;
  throw badValue('ruleId', 'Something else was agreed under this id');
}

/** The greatest `at` of the rules of a person from one day; null without any. */
export function latestRule(reads: Reads, personId: string, from: Day): number | null {
  const latest = reads
    .sql<[string, string, string, string], { at: number | null }>(
      `SELECT max(at) AS at FROM (
         SELECT at FROM work_rule WHERE person_id = ? AND from_day = ?
         UNION ALL SELECT at FROM pay_rule WHERE person_id = ? AND from_day = ?
       )`,
    )
    .get(personId, from, personId, from);
  return latest?.at ?? null;
}
