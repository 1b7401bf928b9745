/** Told before each stage of a work; `share` of the whole, 0 to 1, where it is known. */
export type TellStage = (stage: string, share?: number) => void;

/** Progress on standard error: one line a stage that took or takes longer than a second, so that fast runs stay silent. */
export class Progress {
  readonly #quiet: boolean;
  readonly #started = performance.now();
  #stage: { name: string; since: number; timer: NodeJS.Timeout } | undefined;

  constructor(quiet: boolean) {
    this.#quiet = quiet;
  }

  /** Ends the stage before and begins this one. */
  stage(name: string, share?: number): void {
    this.end();
    if (this.#quiet) return;
    const label = share === undefined ? name : `[${String(Math.round(share * 100)).padStart(3)}%] ${name}`;
    const timer = setTimeout(() => process.stderr.write(`${label} …\n`), 1000);
    timer.unref();
    this.#stage = { name: label, since: performance.now(), timer };
  }

  end(): void {
    if (!this.#stage) return;
    clearTimeout(this.#stage.timer);
    const seconds = (performance.now() - this.#stage.since) / 1000;
    // Computation is synchronous: the timer of a long stage could not fire, so it is told afterwards.
    if (seconds > 1) process.stderr.write(`${this.#stage.name}：${seconds.toFixed(1)} 秒\n`);
    this.#stage = undefined;
  }

  /** Seconds since the start of the command. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }
}
