/** What the counter says by ear. */
export { chooseSounds, hasSounds, prepareSounds, soundAdded, soundDone, soundRefused, soundUnknown } from './tones';
