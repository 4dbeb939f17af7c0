/** How a new till and a hub come to trust each other: a short code compared by a person, with commitments. docs/sync.md. */
export { type Asker, type PairingEnd, PairingWindow, pairingTimes, type WindowState } from './host';
export { Joiner, type JoinerState } from './joiner';
export {
  type HostFacts,
  hostCommitment,
  type JoinerFacts,
  joinerCommitment,
  type PairingCrypto,
  pairingDigits,
} from './transcript';
export {
  type HostMessage,
  hostSchema,
  type JoinerMessage,
  joinerSchema,
  type PairingRefusal,
  pairingVersion,
  publicKeySchema,
  readPairing,
} from './wire';
