/** Training: a copy of the shop in which nothing is real. Decisions: docs/training.md. */
export { openTrainingDialog } from './dialog';
export { TrainingBand } from './TrainingBand';
export { TrainingHost } from './TrainingHost';
