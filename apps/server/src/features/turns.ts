import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
const TURN = 8;

/** Long work in small parts: asked between two of them, it lets others go on where the turn is over. */
export class Turns {
  #began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#began > TURN;
  }

  async next(): Promise<void> {
    await setImmediate();
    this.#began = performance.now();
  }
}
