import { type OverlayPart, overlayPart } from '../fragments/overlay-part.ts';
import type { KernelSums } from '../fragments/pair-sums.ts';

/** Everything a worker can be asked: pure functions of plain data. */
const tasks = {
  overlayPart: (part: OverlayPart): KernelSums => overlayPart(part),
};

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type TaskOutput<Name extends TaskName> = ReturnType<(typeof tasks)[Name]>;

export function runTask<Name extends TaskName>(name: Name, input: TaskInput<Name>): TaskOutput<Name> {
  return tasks[name](input) as TaskOutput<Name>;
}
