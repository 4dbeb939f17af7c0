/** Training: a shop to make mistakes in. Decisions: docs/training.md. */
export { type MakeTraining, makeTrainingFile, whoComesBack } from './training-file';
