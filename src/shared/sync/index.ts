/** What terminal and hub agree on: messages, merge rules, limits. The protocol in words: docs/sync.md. */
export { type Limits, limits, protocolVersion, type Times, times } from './limits';
export { type Attempt, type MergeRules, mergeRules, type Written } from './merge';
export {
  knownEntity,
  type Problem,
  problemOf,
  type RawOperation,
  type Reference,
  readOperations,
  referencesOf,
} from './operations';
export { type Outcome, outcomeSchema, type RefusalCode, refusalCodes } from './outcome';
export { firstChain, type Mutation, nextChain, payloadText, type Sha256 } from './payload';
export { registryFingerprint, registrySchema, registryText } from './registry';
export { byUnit, deletion, type UnitName, type UnitValue, unitOf, unitsOf } from './units';
export {
  type ByeCode,
  type Downstream,
  type DownstreamOf,
  type Effect,
  type Entry,
  readDownstream,
  readRows,
  readUpstream,
  type SnapshotRow,
  type Upstream,
  type UpstreamOf,
} from './wire';
