/** What the counter says by ear. */
export { chooseSounds, hasSounds, soundAdded, soundDone, soundRefused, soundUnknown } from './tones';
