import type { Scope } from '@shared/entities';
import type { HubRow, Lane, TerminalState } from './types';

export interface LaneRow {
  head: number;
  chain: string;
  epoch: string;
  floor: number;
  floor_chain: string;
  durable: number;
  founded: number;
}
export interface EntityRow {
  entity: string;
  id: string;
  scope: Scope;
  deleted: number | null;
  seq: number;
  versions: string;
  row: string;
}
export interface TerminalRow {
  id: string;
  last: number;
  last_hash: string | null;
  fence: number;
  offers: string;
  offset: number;
  previous: string | null;
  series: string | null;
  revoked: number;
}

export function laneOf(row: LaneRow | undefined): Lane {
  if (!row) throw new Error('The hub has no lane');
  const { head, chain, epoch, floor, durable, founded } = row;
  return { head, chain, epoch, floor, durable, founded: founded === 1 };
}

export function rowOf(row: EntityRow): HubRow {
  // proof: both texts were written by `commit` from these types
  return { ...row, versions: JSON.parse(row.versions), row: JSON.parse(row.row) };
}

export function terminalOf(row: TerminalRow): TerminalState {
  const { id, last, last_hash, fence, offers, offset, previous, series, revoked } = row;
  // proof: `offers` was written by `commit` from this type
  return {
    id,
    last,
    lastHash: last_hash,
    fence,
    offers: JSON.parse(offers),
    offset,
    previous,
    series,
    revoked: revoked === 1,
  };
}
