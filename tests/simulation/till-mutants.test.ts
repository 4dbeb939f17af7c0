import { describe } from 'vitest';
import { tillMutants } from './mutants';
import { catchesEach } from './mutants/catch';

describe('the simulator, of the failures of a till,', () => catchesEach(tillMutants));
