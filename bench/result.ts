import type { Answer } from './kernels.ts';
import type { Machine } from './machine.ts';

/** Seconds of one side of a case. */
export interface Timing {
  /** The median; the limit where that was reached, a lower bound then. */
  readonly median: number;
  /** Each run in order, the first one cold; of more than a thousand the 101 hundredths, the least first. */
  readonly runs: readonly number[];
  readonly overLimit?: true;
  /** Peak memory of the process, MB; only of sides that run in a process of their own. */
  readonly peakMB?: number;
  /** Versions and settings of a peer. */
  readonly settings?: string;
  readonly answer?: Answer;
}

/** A peer's timing and how many times as long as ours it took, or why it was left out. */
export type Peer = (Timing & { readonly ratio: number | null }) | { readonly skipped: string };

export interface Stage {
  readonly stage: string;
  readonly seconds: number;
  /** Of the whole, 0 to 1. */
  readonly share: number;
}

export interface CaseResult {
  readonly case: string;
  readonly ours: Timing;
  readonly peers: Readonly<Record<string, Peer>>;
  /** Median of `peers.postgis` over ours; null without that peer. A lower bound where the peer reached its limit. */
  readonly ratio: number | null;
  /** Measured sizes and the exponent of growth fitted to them. */
  readonly growth?: {
    readonly exponent: number;
    readonly points: readonly {
      readonly parcels: number;
      readonly median: number;
      readonly peakMB: number;
    }[];
  };
  readonly stages?: readonly Stage[];
  /** Why the case was left out. */
  readonly skipped?: string;
}

export interface GroupResult {
  readonly name: string;
  readonly machine: Machine;
  readonly cases: readonly CaseResult[];
}

/** How many times as long as ours the peer took. */
export function ratioOf(ours: Timing, peer: Timing): number | null {
  return ours.overLimit || ours.median === 0 ? null : peer.median / ours.median;
}
