import { type EntityName, entityOf } from '@shared/entities';
import type { Outcome } from '@shared/sync';

/** Whether records of this entity are facts: never edited, and under one id there is one for ever. */
export function isFact(entity: string): entity is EntityName {
  const definition = entityOf(entity);
  return !!definition && definition.kind !== 'register';
}

/** The answer to a fact when another one stands under its id. */
export const existsAlready = (entity: string, id: string): Outcome => ({
  status: 'quarantined',
  code: 'already_exists',
  params: { entity, id },
});
