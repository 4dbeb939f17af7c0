/** Tills find, trust and reach each other: identity, hosting, joining, the line's status. Knows no Electron. */
export { createDiscovery, type Discovery } from './discovery';
export type { NetworkCall } from './handlers';
export type { HubChild, KeyVault, NetworkPorts } from './ports';
export { createNetwork, type TillNetwork } from './till-network';
