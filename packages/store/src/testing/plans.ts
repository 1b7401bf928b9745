import { loadKernelOverlay, PolygonsBuilder } from '@tuheng/geometry';
import { crsOf, defaultTolerance, type Layer, type Plan } from '@tuheng/standard';
import type { Actor } from '../actor.ts';
import { changeBetween } from '../plans/plan-change.ts';
import type { Publication } from '../plans/publish.ts';

/** A square of 100 m on a grid of such, in zone 44. */
export interface Square {
  readonly column: number;
  readonly row: number;
  readonly bsm: string | null;
  /** GHFQDM. */
  readonly zone: string;
}

const SIDE = 100;
const ORIGIN = { x: 44_600_000, y: 5_230_000 };

export function square(column: number, row: number, serial: number, zone = '520'): Square {
  return { column, row, bsm: `2308820000${String(serial).padStart(8, '0')}`, zone };
}

/** A layer of squares. */
export function layerOf(code: string, squares: readonly Square[]): Layer {
  const builder = new PolygonsBuilder();
  for (const { column, row } of squares) {
    const [x, y] = [ORIGIN.x + SIDE * column, ORIGIN.y + SIDE * row];
    builder.addRing([x, y, x + SIDE, y, x + SIDE, y + SIDE, x, y + SIDE, x, y]);
    builder.endPolygon();
    builder.endFeature();
  }
  return {
    code,
    sourceName: code,
    crs: crsOf(4532)!,
    polygons: builder.build(),
    columns: new Map([
      ['BSM', { kind: 'text', values: squares.map(({ bsm }) => bsm) }],
      ['XZQDM', { kind: 'text', values: squares.map(() => '230882') }],
      ['XZQMC', { kind: 'text', values: squares.map(() => '富锦市') }],
      ['GHFQDM', { kind: 'text', values: squares.map(({ zone }) => zone) }],
      ['MJ', { kind: 'number', values: Float64Array.from(squares, () => SIDE * SIDE) }],
    ]),
  };
}

export function planOf(...layers: readonly Layer[]): Plan {
  return {
    name: '测试.gdb',
    digest: '',
    format: 'memory',
    layers: new Map(layers.map((layer) => [layer.code, layer])),
    notes: [],
  };
}

/** A plan of one layer GHFQ. */
export function planOfSquares(squares: readonly Square[]): Plan {
  return planOf(layerOf('GHFQ', squares));
}

/** The squares of a layer as they were read, in their order. */
export function squaresOf(plan: Plan, code = 'GHFQ'): Square[] {
  const { polygons, columns } = plan.layers.get(code)!;
  const text = (field: string, f: number): string | null => {
    const column = columns.get(field)!;
    return column.kind === 'text' ? column.values[f]! : null;
  };
  return Array.from({ length: polygons.featureStart.length - 1 }, (_, f) => {
    const first = 2 * polygons.ringStart[polygons.polygonStart[polygons.featureStart[f]!]!]!;
    return {
      column: (polygons.xy[first]! - ORIGIN.x) / SIDE,
      row: (polygons.xy[first + 1]! - ORIGIN.y) / SIDE,
      bsm: text('BSM', f),
      zone: text('GHFQDM', f)!,
    };
  });
}

const overlay = await loadKernelOverlay(defaultTolerance.grid);
let reviews = 0;

/** The publication of a maintenance from one plan to another. */
export function publication(code: string, filed: Plan, maintained: Plan): Publication {
  return {
    code,
    change: changeBetween(filed, maintained),
    review: { id: `review-${++reviews}-${Math.random()}` },
    reason: '动态维护',
    overlay,
    tolerance: defaultTolerance,
  };
}

export const tester: Actor = { name: '测试员', origin: '127.0.0.1' };
