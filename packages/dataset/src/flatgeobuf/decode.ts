import type { Polygons, Polylines } from '@tuheng/geometry';
import { FeatureFile } from './feature-file.ts';
import type { FeatureGatherer, GeometryCounts, GeometryMarks } from './feature-gatherer.ts';
import { LineGatherer } from './line-gatherer.ts';
import { PolygonGatherer } from './polygon-gatherer.ts';
import {
  type PivotColumn,
  PropertyReader,
  pivotColumns,
  type RawColumn,
  type Wanted,
} from './property-reader.ts';

/** A pivot file in memory: features in file order. */
export interface Decoded {
  readonly columns: readonly RawColumn[];
  readonly counts: Readonly<GeometryCounts>;
  readonly marks: GeometryMarks;
}

/** What to make of the columns, one answer each. */
export type Decide = (columns: readonly PivotColumn[]) => readonly Wanted[];

/**
 * Decodes a FlatGeobuf file straight into flat arrays.
 *
 * @param esriRings whether the orientation of a ring tells what it is (FileGDB, Shapefile)
 * @throws Error where the file is not whole
 */
export async function decodeFlatGeobuf(
  path: string,
  esriRings: boolean,
  decide: Decide,
): Promise<Decoded & { readonly polygons: Polygons }> {
  const gatherer = new PolygonGatherer(esriRings);
  const decoded = await decode(path, gatherer, decide);
  return { ...decoded, polygons: gatherer.build() };
}

/** The same for a file of lines. @throws Error where the file is not whole */
export async function decodeLines(
  path: string,
  decide: Decide,
): Promise<Decoded & { readonly lines: Polylines }> {
  const gatherer = new LineGatherer();
  const decoded = await decode(path, gatherer, decide);
  return { ...decoded, lines: gatherer.build() };
}

function decode(path: string, gatherer: FeatureGatherer, decide: Decide): Promise<Decoded> {
  return FeatureFile.read(path, async (file) => {
    const properties = new PropertyReader(file.header, decide(pivotColumns(file.header)));
    await file.forEach((feature) => {
      gatherer.addFeature(feature.geometry());
      properties.addFeature(feature);
    });
    return { columns: properties.columns(), counts: gatherer.counts, marks: gatherer.marks };
  });
}
