import type { Polygons } from '@tuheng/geometry';
import { FeatureFile } from './feature-file.ts';
import { type GeometryCounts, type GeometryMarks, PolygonGatherer } from './polygon-gatherer.ts';
import {
  type PivotColumn,
  PropertyReader,
  pivotColumns,
  type RawColumn,
  type Wanted,
} from './property-reader.ts';

/** A pivot file in memory: features in file order. */
export interface DecodedLayer {
  readonly polygons: Polygons;
  readonly columns: readonly RawColumn[];
  readonly counts: Readonly<GeometryCounts>;
  readonly marks: GeometryMarks;
}

/**
 * Decodes a FlatGeobuf file straight into flat arrays.
 *
 * @param esriRings whether the orientation of a ring tells what it is (FileGDB, Shapefile)
 * @param decide what to make of the columns, one answer each
 * @throws Error where the file is not whole
 */
export function decodeFlatGeobuf(
  path: string,
  esriRings: boolean,
  decide: (columns: readonly PivotColumn[]) => readonly Wanted[],
): Promise<DecodedLayer> {
  return FeatureFile.read(path, async (file) => {
    const properties = new PropertyReader(file.header, decide(pivotColumns(file.header)));
    const geometry = new PolygonGatherer(esriRings);
    await file.forEach((feature) => {
      geometry.addFeature(feature.geometry());
      properties.addFeature(feature);
    });
    return {
      polygons: geometry.build(),
      columns: properties.columns(),
      counts: geometry.counts,
      marks: geometry.marks,
    };
  });
}
