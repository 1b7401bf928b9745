import { PolygonsBuilder } from '@tuheng/geometry';
import { crsOf, type Layer, type Plan, type Site } from '@tuheng/standard';
import { field, planZone, redLine, town } from './county.ts';
import { box, layerOf, planOf, type Ring, type Row } from './plans.ts';

/*
 * A county of 10 × 6 km whose zones and survey cover all of it: a town of 1 km² in the south-west, a village above it, a river beside
 * both, farmland east of that, of which two fields are protected, and grassland in a red line in the north.
 */

const ground = {
  town: box(0, 0, 1000, 1000),
  village: box(0, 1000, 1000, 3000),
  river: box(1000, 0, 1000, 4000),
  farmland: box(2000, 0, 8000, 4000),
  north: box(0, 4000, 10_000, 2000),
};
const fields = [field(box(2000, 0, 1000, 1000)), field(box(3000, 0, 1000, 1000))];

const surveyed = (code: string, ring: Ring): Row => ({ rings: [ring], attributes: { DLBM: code } });
const planned = (code: string, name: string, ring: Ring): Row => ({
  rings: [ring],
  attributes: { YDYHFLDM: code, YDYHFLMC: name },
});
const demanded = (ring: Ring, demand: string): Row => ({ rings: [ring], attributes: { GKYQ: demand } });

/** Layers of the county, by code; `edit` changes or removes them. */
export function countyPlan(edit: (layers: Map<string, Layer>) => void = () => undefined): Plan {
  const rows: Readonly<Record<string, readonly Row[]>> = {
    XZQ: [{ rings: [box(0, 0, 10_000, 6000)] }],
    GHFQ: [
      planZone('410', '城镇集中建设区', ground.town),
      planZone('510', '村庄建设区', ground.village),
      planZone('520', '一般农业区', ground.river),
      planZone('300', '农田保护区', ground.farmland),
      planZone('100', '生态保护区', ground.north),
    ],
    DLTB: [
      surveyed('0701', ground.town),
      surveyed('0702', ground.village),
      surveyed('1101', ground.river),
      surveyed('0103', ground.farmland),
      surveyed('0404', ground.north),
    ],
    CZKFBJ: [town(ground.town)],
    STBHHX: [redLine(ground.north)],
    YJJBNTBHTB: fields,
    GDBHMB: fields,
    ZXCQGHYDYH: [
      planned('0701', '城镇住宅用地', box(0, 0, 500, 1000)),
      planned('100101', '一类工业用地', box(500, 0, 250, 1000)),
      planned('16', '留白用地', box(750, 0, 250, 1000)),
    ],
    ZXCQCSLVX: [demanded(box(100, 100, 100, 100), '公园不得改作他用')],
    ZXCQCSLX: [demanded(box(900, 900, 100, 100), '')],
    ZXCQCSHX: [],
    ZXCQCSZX: [],
    HLFXKZX: [demanded(box(1000, 0, 100, 4000), '行洪')],
    LSWHBHX: [],
  };
  const layers = new Map(Object.entries(rows).map(([code, list]) => [code, layerOf(code, list)]));
  edit(layers);
  return planOf('县.gdb', ...layers.values());
}

/** A site in EPSG:4532, a parcel each list of rings. */
export function siteOf(...parcels: readonly (readonly Ring[])[]): Site {
  const builder = new PolygonsBuilder();
  for (const rings of parcels) {
    for (const ring of rings) builder.addRing(ring.flat());
    builder.endPolygon();
    builder.endFeature();
  }
  return {
    name: '用地',
    digest: 'digest of the site',
    format: 'WKT',
    crs: crsOf(4532)!,
    polygons: builder.build(),
    parcels: parcels.map(() => ({ number: null, name: null, use: null, statedHectares: null })),
    notes: [],
  };
}
