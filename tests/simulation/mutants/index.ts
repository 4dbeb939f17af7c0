import { hubMutants } from './hub-mutants';
import type { Mutant } from './mutant';
import { tillMutants } from './till-mutants';

export { hubMutants } from './hub-mutants';
export type { Mutant } from './mutant';
export { tillMutants } from './till-mutants';

const mutants: Readonly<Record<string, Mutant>> = { ...hubMutants, ...tillMutants };

export function mutantOf(name: string): Mutant {
  const mutant = Object.hasOwn(mutants, name) ? mutants[name] : undefined;
  if (!mutant) throw new Error(`No mutant ${name}. One of: ${Object.keys(mutants).join(', ')}`);
  return mutant;
}
