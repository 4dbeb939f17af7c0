/** Calls and pushes, whatever carries them: no Electron here. Decisions: docs/ipc.md, docs/security.md. */
export { type BindOptions, bindContract, type CallDoor } from './bind';
export { type ChangePusherOptions, type Committed, createChangePusher } from './changes';
export { createDisplayPusher, type DisplayPusherOptions } from './display';
export { type OpenShop, ShopHost, type ShopHostOptions, type SystemCall } from './host';
export { callingWindow, type Sender, type TrustedSenders } from './sender';
export { watchedSession } from './session';
export {
  type CustomerScreen,
  createSystemHandlers,
  type DesktopPorts,
  type SystemOptions,
  type TrainingDoor,
} from './system';
