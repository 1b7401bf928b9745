import type { DeskPlace } from '@tuheng/server/desk';
import type { InspectArguments, ReviewArguments } from './arguments.ts';
import type { WithThresholds } from './job-parameters.ts';

/** What is computed in a thread: it keeps a thread busy for minutes without a pause. */
export type Computation = {
  /** Where what the review desk needs is left; absent where nobody has one. */
  readonly desk?: DeskPlace;
} & (
  | { readonly kind: 'review'; readonly args: Omit<ReviewArguments, 'json' | 'quiet'> & WithThresholds }
  | { readonly kind: 'inspect'; readonly args: Omit<InspectArguments, 'json' | 'quiet'> & WithThresholds }
);

/** What a job of a review or an inspection keeps; the rest is in the files it wrote into `out`. */
export interface Computed {
  /** Of the review or the inspection. */
  readonly id: string;
  readonly out: string;
  /** Verdicts or rules by their status. */
  readonly counts: Readonly<Record<string, number>>;
  readonly [name: string]: string | Readonly<Record<string, number>>;
}

/** What the thread says. */
export type ThreadMessage =
  | { readonly stage: string; readonly share?: number }
  | { readonly result: Computed }
  | { readonly error: { readonly code: string; readonly message: string } };
