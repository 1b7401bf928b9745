import type { PbfWriter } from 'pbf';
import { GeometryCommands } from './geometry-commands.ts';
import { EXTENT } from './grid.ts';

/** What a tile shows of a layer and what it does not. Parts are polygons: of features, or of patches of a class. */
export interface LayerReport {
  readonly layer: string;
  /** Whether the tile draws features or, where these are too small to tell apart, the patches that each class makes. */
  readonly shapes: 'feature' | 'class';
  /** Whether every vertex is there. */
  readonly exact: boolean;
  /** Features of the layer whose middle lies in the tile, drawn or not: over the tiles of a zoom they add up to all. */
  readonly features: number;
  /** Shapes in the tile, its buffer included. */
  readonly drawn: number;
  /** Squares drawn for parts too small to draw, and the parts that they stand for. */
  readonly standIns: number;
  readonly stoodFor: number;
  /** Parts too small to draw that nothing stands for. */
  readonly leftOut: number;
}

/** Layer of every tile that tells what the others leave out: one point for each, amid the tile. */
export const REPORT_LAYER = 'tuheng';

/** Fields of a layer, of a feature and of a value. */
const LAYER = { name: 1, features: 2, keys: 3, values: 4, extent: 5, version: 15 } as const;
const FEATURE = { tags: 2, type: 3, geometry: 4 } as const;
const VALUE = { string: 1, uint: 5, bool: 7 } as const;
const POINT = 1;

/** Names as a client reads them. */
const fields: Readonly<Record<string, keyof LayerReport>> = {
  layer: 'layer',
  shapes: 'shapes',
  exact: 'exact',
  features: 'features',
  drawn: 'drawn',
  stand_ins: 'standIns',
  stood_for: 'stoodFor',
  left_out: 'leftOut',
};

/** Writes the fields of the layer `tuheng`. */
export function writeReport(reports: readonly LayerReport[], writer: PbfWriter): void {
  const names = Object.entries(fields);
  const middle = new GeometryCommands();
  middle.point(EXTENT / 2, EXTENT / 2);
  writer.writeVarintField(LAYER.version, 2);
  writer.writeStringField(LAYER.name, REPORT_LAYER);
  for (const n of reports.keys()) {
    writer.writeMessage(
      LAYER.features,
      (_, feature) => {
        feature.writePackedVarint(
          FEATURE.tags,
          names.flatMap((_, key) => [key, n * names.length + key]),
        );
        feature.writeVarintField(FEATURE.type, POINT);
        feature.writePackedVarint(FEATURE.geometry, middle.commands);
      },
      undefined,
    );
  }
  for (const [name] of names) writer.writeStringField(LAYER.keys, name);
  for (const report of reports) {
    for (const [, key] of names) writer.writeMessage(LAYER.values, writeValue, report[key]);
  }
  writer.writeVarintField(LAYER.extent, EXTENT);
}

function writeValue(value: string | number | boolean, writer: PbfWriter): void {
  if (typeof value === 'string') writer.writeStringField(VALUE.string, value);
  else if (typeof value === 'number') writer.writeVarintField(VALUE.uint, value);
  else writer.writeBooleanField(VALUE.bool, value);
}
