/** Told to stop by the system or the keyboard. */
const signals = ['SIGTERM', 'SIGINT'] as const;

/** As shells do: 128 and the number of the signal. */
const exitCodes = { SIGTERM: 143, SIGINT: 130 } as const;

/** The first signal asks for an end, for which the server takes its time; the second ends the process at once. */
export class StopSignals {
  readonly #asked = Promise.withResolvers<void>();
  #isAsked = false;

  readonly #onSignal = (signal: (typeof signals)[number]): void => {
    if (this.#isAsked) process.exit(exitCodes[signal]);
    this.#isAsked = true;
    this.#asked.resolve();
  };

  constructor() {
    for (const signal of signals) process.on(signal, this.#onSignal);
  }

  /** When the first came. */
  get asked(): Promise<void> {
    return this.#asked.promise;
  }

  /** Signals end the process again. */
  release(): void {
    for (const signal of signals) process.off(signal, this.#onSignal);
  }
}
