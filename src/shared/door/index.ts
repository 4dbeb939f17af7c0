/** What is said at a hub's door before and beside the log: who is there, and the errands of whoever runs the hub. */
export {
  type Control,
  type ControlAnswers,
  type ControlRefusal,
  controlAskSchema,
  controlReplySchema,
  controlSchema,
  type KnownDevice,
} from './control';
export {
  doorPaths,
  lineText,
  type Proof,
  proofSchema,
  type SignedLine,
  strangerLimits,
  usualPort,
  type WelcomeMat,
  welcomeMatSchema,
} from './line';
export { type FromHubProcess, type HubStart, hubStartSchema, type ToHubProcess } from './process';
