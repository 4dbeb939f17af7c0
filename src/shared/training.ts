/** What everybody agrees on about training: a copy of the shop in which nothing is real. */

/** Everybody's PIN in training. It opens nothing else, so it may stand on the screen. */
export const trainingPin = '2468';

/** The series of documents made in training. A real terminal's is a letter, or a letter and digits. */
export const trainingSeries = 'TRN';
