import { type PackedTree, type Polygons, shareArray, sharePolygons } from '@tuheng/geometry';
import type { AttributeTable } from './attribute-table.ts';

/** Shapes ready to be cut: everything in flat arrays, nothing of which is ever changed. */
export interface TileShapes {
  /** On the square that tile 0/0/0 covers, y downwards; outer rings with positive, holes with negative area there, as tiles want them. */
  readonly polygons: Polygons;
  /** Smallest zoom at which each vertex is needed. */
  readonly vertexZoom: Uint8Array;
  /** Area of each polygon, holes taken off, in units of that square. */
  readonly polygonArea: Float64Array;
  /** minX, minY, maxX, maxY of every shape. */
  readonly boxes: Float64Array;
  readonly tree: PackedTree;
  /** Class of each shape, from 0: areas are kept right by class. */
  readonly classOf: Uint32Array;
  readonly classes: number;
  readonly attributes: readonly AttributeTable[];
}

/** A layer of a plan version ready to be cut into tiles. */
export interface TileLayer {
  /** Its name in the tiles. */
  readonly name: string;
  readonly features: TileShapes;
  /** Number of each feature. */
  readonly ids: Uint32Array;
  readonly overview?: Overview;
}

/** The classes of a layer as patches. */
export interface Overview {
  readonly shapes: TileShapes;
  /** Zoom below which they are drawn instead of the features. */
  readonly below: number;
  /** Where the features lie along the curve of `places.ts`, ascending. */
  readonly places: Uint32Array;
}

/** The same layer in memory that workers share, where there is such memory. */
export function shareTileLayer(layer: TileLayer): TileLayer {
  const { overview } = layer;
  return {
    ...layer,
    features: shareShapes(layer.features),
    ids: shareArray(layer.ids),
    ...(overview && {
      overview: {
        shapes: shareShapes(overview.shapes),
        below: overview.below,
        places: shareArray(overview.places),
      },
    }),
  };
}

function shareShapes(shapes: TileShapes): TileShapes {
  const { tree } = shapes;
  return {
    polygons: sharePolygons(shapes.polygons),
    vertexZoom: shareArray(shapes.vertexZoom),
    polygonArea: shareArray(shapes.polygonArea),
    boxes: shareArray(shapes.boxes),
    tree: { items: shareArray(tree.items), boxes: shareArray(tree.boxes), levels: shareArray(tree.levels) },
    classOf: shareArray(shapes.classOf),
    classes: shapes.classes,
    attributes: shapes.attributes.map((table) => ({
      name: table.name,
      value: shareArray(table.value),
      start: shareArray(table.start),
      bytes: shareArray(table.bytes),
    })),
  };
}

/** Bytes of a layer's arrays. */
export function tileLayerBytes({ features, ids, overview }: TileLayer): number {
  return (
    shapesBytes(features) +
    ids.byteLength +
    (overview ? shapesBytes(overview.shapes) + overview.places.byteLength : 0)
  );
}

function shapesBytes({ polygons, tree, attributes, ...shapes }: TileShapes): number {
  const { vertexZoom, polygonArea, boxes, classOf } = shapes;
  const { xy, ringStart, polygonStart, featureStart } = polygons;
  const tables = attributes.flatMap(({ value, start, bytes }) => [value, start, bytes]);
  return [
    ...[xy, ringStart, polygonStart, featureStart, vertexZoom, polygonArea, boxes, classOf],
    ...[tree.items, tree.boxes, tree.levels, ...tables],
  ].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
