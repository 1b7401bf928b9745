import type { Session } from '../database/database.ts';
import { type JobRun, type Standing, writeProgress } from './job-run.ts';

/** Milliseconds between two writes. */
const PAUSE = 300;

/** Writes the latest progress of a run, a few times a second at most and never two at once, and asks each time whether the run may go on. */
export class ProgressWriter {
  readonly #session: Session;
  readonly #run: JobRun;
  readonly #onStanding: (standing: Standing) => void;
  #latest: { readonly share: number; readonly stage: string } | undefined;
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #next = 0;

  constructor(session: Session, run: JobRun, onStanding: (standing: Standing) => void) {
    this.#session = session;
    this.#run = run;
    this.#onStanding = onStanding;
  }

  report(share: number, stage: string): void {
    this.#latest = { share, stage };
    this.#schedule();
  }

  /** Writes no more; what is under way ends. */
  async stop(): Promise<void> {
    this.#latest = undefined;
    clearTimeout(this.#timer);
    await this.#writing;
  }

  #schedule(): void {
    if (this.#writing || !this.#latest) return;
    clearTimeout(this.#timer);
    const wait = this.#next - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#schedule(), wait);
    else this.#writing = this.#write();
  }

  async #write(): Promise<void> {
    const { share, stage } = this.#latest!;
    this.#latest = undefined;
    this.#next = performance.now() + PAUSE;
    try {
      this.#onStanding(await writeProgress(this.#session, this.#run, share, stage));
    } catch {
      // Progress that could not be written is told by the next one; the work itself meets the same trouble where it matters.
    } finally {
      this.#writing = undefined;
      this.#schedule();
    }
  }
}
