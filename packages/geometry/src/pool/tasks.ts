import { type OverlayPart, overlayPart } from '../fragments/overlay-part.ts';
import type { KernelSums } from '../fragments/pair-sums.ts';

/** What workers can be asked by name, with plain data in and out. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>;
export type TaskName<T extends Tasks> = keyof T & string;
export type TaskInput<T extends Tasks, Name extends TaskName<T>> = Parameters<T[Name]>[0];
export type TaskOutput<T extends Tasks, Name extends TaskName<T>> = ReturnType<T[Name]>;

/** The tasks of this package: pure functions. */
export const kernelTasks = {
  overlayPart: (part: OverlayPart): KernelSums => overlayPart(part),
};

export type KernelTasks = typeof kernelTasks;
