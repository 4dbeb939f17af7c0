/** The hub's door: TLS, who may come in, how others are let in. docs/sync.md, "Authentication of the line", "Pairing". */
export { announce } from './announce';
export { type Certificate, loadCertificate } from './certificate';
export { Devices } from './devices';
export { doErrands, leaveErrand } from './mailbox';
export { PairingDesk } from './pairing-desk';
export { type Door, type DoorOptions, serveDoor } from './serve';
