/** How screens talk to main: live queries, commands, events. Nothing else reaches the bridge. */
export { asFailure, CallFailure, call } from './call';
export { askAhead, createQueryClient, forgetAnswers, holdAnswers, keepFresh, liveKey } from './client';
export { isEvent, onPush, useEvents } from './events';
export { useFresh } from './fresh';
export { ids } from './ids';
export { tellRefusals } from './refusals';
export { isCatchingUp, isMatterOfTills, stuckReason } from './stuck';
export { type Command, type CommandOptions, type Outcome, useCommand } from './useCommand';
export { useConnectionHealth } from './useConnectionHealth';
export { type Live, type LiveOptions, useLive } from './useLive';
export { useOrderStage } from './useOrderStage';
export { firstPage, type PagedName, type PageFilter, type PageRow, type Pages, usePages } from './usePages';
export { useSyncStatus } from './useSyncStatus';
