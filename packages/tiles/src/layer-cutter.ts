import { TreeSearch } from '@tuheng/geometry';
import { PbfWriter } from 'pbf';
import { RingClipper } from './clip-ring.ts';
import { GeometryCommands } from './geometry-commands.ts';
import { EXACT_ZOOM, EXTENT, LEAST_AREA, worldUnits } from './grid.ts';
import { GridRing } from './grid-ring.ts';
import { countPlaces } from './places.ts';
import { StandIns } from './stand-ins.ts';
import { TagWriter } from './tag-writer.ts';
import type { TileAddress } from './tile-address.ts';
import type { TileLayer, TileShapes } from './tile-layer.ts';
import type { LayerReport } from './tile-report.ts';

/** Fields of a layer and of a feature. */
const LAYER = { name: 1, features: 2, extent: 5, version: 15 } as const;
const FEATURE = { id: 1, tags: 2, type: 3, geometry: 4 } as const;
const POLYGON = 3;

/** Where a tile lies on the grid of its zoom. */
interface Frame {
  readonly zoom: number;
  /** Units along the side of the world, and those west and north of the tile. */
  readonly units: number;
  readonly west: number;
  readonly north: number;
  /** What is drawn, in units from the tile's corner: its buffer included. */
  readonly low: number;
  readonly high: number;
  readonly exact: boolean;
}

/** Cuts one layer of a tile. */
export class LayerCutter {
  readonly #search = new TreeSearch();
  readonly #clipper = new RingClipper();
  readonly #ring = new GridRing();
  readonly #geometry = new GeometryCommands();
  readonly #tags = new TagWriter();
  readonly #writer = new PbfWriter();

  /** The bytes of the layer's message, which the next call overwrites, and what they show. */
  cut(
    layer: TileLayer,
    { z, x, y }: TileAddress,
    buffer: number,
    attributes: readonly string[] | undefined,
  ): { readonly bytes: Uint8Array; readonly report: LayerReport } {
    const { overview } = layer;
    const byClass = overview !== undefined && z < overview.below;
    const shapes = byClass ? overview.shapes : layer.features;
    const frame: Frame = {
      zoom: z,
      units: worldUnits(z),
      west: x * EXTENT,
      north: y * EXTENT,
      low: -buffer,
      high: EXTENT + buffer,
      exact: z >= EXACT_ZOOM,
    };
    const standIns = new StandIns(shapes.classes);
    const writer = this.#writer;
    writer.pos = 0;
    writer.length = writer.buf.length;
    writer.writeVarintField(LAYER.version, 2);
    writer.writeStringField(LAYER.name, layer.name);
    this.#tags.begin(shapes.attributes.filter(({ name }) => attributes?.includes(name) ?? true));
    let middles = 0;
    let drawn = 0;
    for (const shape of this.#find(shapes, frame)) {
      if (middleWithin(shapes.boxes, shape, frame)) middles++;
      this.#draw(shapes, shape, frame, standIns);
      if (this.#geometry.commands.length === 0) continue;
      drawn++;
      this.#tags.read(shape);
      writer.writeMessage(LAYER.features, this.#writeFeature, byClass ? undefined : layer.ids[shape]);
    }
    this.#tags.write(writer);
    writer.writeVarintField(LAYER.extent, EXTENT);
    return {
      bytes: writer.buf.subarray(0, writer.pos),
      report: {
        layer: layer.name,
        shapes: byClass ? 'class' : 'feature',
        exact: frame.exact,
        features: byClass ? countPlaces(overview.places, z, x, y) : middles,
        drawn,
        standIns: standIns.drawn,
        stoodFor: standIns.stoodFor,
        leftOut: standIns.leftOut(),
      },
    };
  }

  readonly #writeFeature = (id: number | undefined, writer: PbfWriter): void => {
    if (id !== undefined) writer.writeVarintField(FEATURE.id, id);
    writer.writePackedVarint(FEATURE.tags, this.#tags.tags);
    writer.writeVarintField(FEATURE.type, POLYGON);
    writer.writePackedVarint(FEATURE.geometry, this.#geometry.commands);
  };

  /** Shapes whose box meets what is drawn, in their order. */
  #find({ tree }: TileShapes, { units, west, north, low, high }: Frame): Uint32Array {
    // Half a unit more: rounding can bring a vertex in.
    const at = (offset: number, unit: number): number => (offset + unit) / units;
    const found = this.#search.search(
      tree,
      at(west, low - 0.5),
      at(north, low - 0.5),
      at(west, high + 0.5),
      at(north, high + 0.5),
    );
    return Uint32Array.from(found).sort();
  }

  /** Sets the geometry to that of a shape; empty where nothing of it is to be drawn. */
  #draw(shapes: TileShapes, shape: number, frame: Frame, standIns: StandIns): void {
    const { polygons, polygonArea } = shapes;
    const { polygonStart, featureStart } = polygons;
    const { low, high, exact, units } = frame;
    const clip = !whollyWithin(shapes.boxes, shape, frame);
    this.#geometry.clear();
    for (let p = featureStart[shape]!; p < featureStart[shape + 1]!; p++) {
      const outer = polygonStart[p]!;
      const area = polygonArea[p]! * units * units;
      if (!exact && area < LEAST_AREA) {
        this.#standIn(shapes, shape, outer, area, frame, standIns);
        continue;
      }
      this.#snap(shapes, outer, frame);
      if (this.#ring.doubleArea() <= 0) {
        if (exact) this.#speck(frame, standIns);
        else this.#standIn(shapes, shape, outer, area, frame, standIns);
        continue;
      }
      const ring = clip ? this.#clipper.clip(this.#ring, low, high) : this.#ring;
      if (ring !== this.#ring && ring.doubleArea() <= 0) continue;
      this.#geometry.ring(ring);
      for (let hole = outer + 1; hole < polygonStart[p + 1]!; hole++) {
        this.#snap(shapes, hole, frame);
        const kept = clip ? this.#clipper.clip(this.#ring, low, high) : this.#ring;
        if (kept.doubleArea() < 0) this.#geometry.ring(kept);
      }
    }
  }

  /** A ring on the grid with the vertices of this zoom. */
  #snap({ polygons, vertexZoom }: TileShapes, ring: number, { zoom, units, west, north }: Frame): void {
    const { xy, ringStart } = polygons;
    const out = this.#ring;
    out.length = 0;
    let lastX = Number.NaN;
    let lastY = Number.NaN;
    for (let v = ringStart[ring]!; v < ringStart[ring + 1]!; v++) {
      if (vertexZoom[v]! > zoom) continue;
      const x = Math.floor(xy[2 * v]! * units + 0.5) - west;
      const y = Math.floor(xy[2 * v + 1]! * units + 0.5) - north;
      if (x === lastX && y === lastY) continue;
      out.push(x, y);
      lastX = x;
      lastY = y;
    }
    out.close();
  }

  /** Draws a stand-in at the middle of an outer ring where one is due. Only the tile that has the middle counts the part. */
  #standIn(
    { polygons, classOf }: TileShapes,
    shape: number,
    ring: number,
    area: number,
    { units, west, north }: Frame,
    standIns: StandIns,
  ): void {
    const { xy, ringStart } = polygons;
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let i = 2 * ringStart[ring]!; i < 2 * ringStart[ring + 1]!; i += 2) {
      if (xy[i]! < minX) minX = xy[i]!;
      if (xy[i]! > maxX) maxX = xy[i]!;
      if (xy[i + 1]! < minY) minY = xy[i + 1]!;
      if (xy[i + 1]! > maxY) maxY = xy[i + 1]!;
    }
    const x = ((minX + maxX) / 2) * units - west;
    const y = ((minY + maxY) / 2) * units - north;
    if (!inTile(x, y)) return;
    const side = standIns.add(classOf[shape]!, area);
    if (side > 0) this.#geometry.square(Math.round(x - side / 2), Math.round(y - side / 2), side);
  }

  /** Draws one unit for a part of an exact tile that rounding left without area, where the part meets what is drawn. */
  #speck({ low, high }: Frame, standIns: StandIns): void {
    const { xy, length } = this.#clipper.clip(this.#ring, low, high);
    if (length === 0) return;
    this.#geometry.square(xy[0]!, xy[1]!, 1);
    if (inTile(xy[0]!, xy[1]!)) standIns.alone();
  }
}

function inTile(x: number, y: number): boolean {
  return x >= 0 && x < EXTENT && y >= 0 && y < EXTENT;
}

function middleWithin(boxes: Float64Array, shape: number, { units, west, north }: Frame): boolean {
  const x = ((boxes[4 * shape]! + boxes[4 * shape + 2]!) / 2) * units - west;
  const y = ((boxes[4 * shape + 1]! + boxes[4 * shape + 3]!) / 2) * units - north;
  return inTile(x, y);
}

/** Whether a shape needs no clipping. */
function whollyWithin(boxes: Float64Array, shape: number, frame: Frame): boolean {
  const { units, west, north, low, high } = frame;
  return (
    boxes[4 * shape]! * units - west >= low + 1 &&
    boxes[4 * shape + 1]! * units - north >= low + 1 &&
    boxes[4 * shape + 2]! * units - west <= high - 1 &&
    boxes[4 * shape + 3]! * units - north <= high - 1
  );
}
