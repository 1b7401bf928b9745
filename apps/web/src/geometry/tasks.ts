import { loadKernelOverlay, type Overlay } from '@tuheng/geometry';
import { defaultTolerance } from '@tuheng/standard';
import { changeHere, type Side } from './change-here.ts';
import { inspectFeature } from './inspect-feature.ts';
import { type LonLat, measureShape } from './measure.ts';
import { layerOf, type PlacedFeature } from './placed-feature.ts';

let overlay: Promise<Overlay> | undefined;
/** GEOS is a megabyte of WebAssembly: fetched when something is first overlaid. */
const loaded = (): Promise<Overlay> => {
  overlay ??= loadKernelOverlay(defaultTolerance.grid);
  return overlay;
};

/** What can be asked of the worker. */
export const tasks = {
  /** What an inspection says of one feature, and its area. */
  inspect: async (code: string, epsg: number, feature: PlacedFeature) =>
    inspectFeature(layerOf(code, epsg, [feature]), await loaded()),
  /** What changed on the ground of a feature between two versions. */
  change: async (
    code: string,
    epsg: number,
    before: readonly PlacedFeature[],
    after: readonly PlacedFeature[],
    side: Side,
  ) => changeHere(layerOf(code, epsg, before), layerOf(code, epsg, after), side, await loaded()),
  measure: async (points: readonly LonLat[], isArea: boolean, epsg: number) =>
    measureShape(points, isArea, epsg),
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;

export interface TaskAsked {
  readonly id: number;
  readonly name: TaskName;
  readonly input: readonly unknown[];
}

export type TaskAnswered =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: string };

/** Carries out what was asked; what went wrong becomes a sentence, since errors lose their class on the way between threads. */
export async function carryOut({ id, name, input }: TaskAsked): Promise<TaskAnswered> {
  try {
    const task = tasks[name] as (...input: readonly unknown[]) => Promise<unknown>;
    return { id, result: await task(...input) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
