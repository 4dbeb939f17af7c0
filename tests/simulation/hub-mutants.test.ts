import { describe } from 'vitest';
import { hubMutants } from './mutants';
import { catchesEach } from './mutants/catch';

describe('the simulator, of the failures of a hub,', () => catchesEach(hubMutants));
