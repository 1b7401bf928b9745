import { loadKernelOverlay, PolylinesBuilder } from '@tuheng/geometry';
import { crsOf, type Layer, type LineLayer, type Plan, type TargetsFile } from '@tuheng/standard';
import type { Verdict } from '../../../review.ts';
import { reviewPlans } from '../../../review-plans.ts';
import { box, layerOf, planOf, type Ring, type Row } from '../../../testing/plans.ts';

/*
 * A central city of 1.4 × 0.6 km. Homes in the west (16 ha) beside a park (4 ha), and as many in the east far from it; a small square, two
 * ponds joined by a canal, two works, a public toilet among shops, a house of culture and an old house. The lawful maintenance adds a strip
 * to the park and a second old house.
 */

export const ground = {
  westHomes: box(0, 0, 400, 400),
  eastHomes: box(1000, 0, 400, 400),
  park: box(400, 0, 100, 400),
  strip: box(500, 0, 10, 100),
  square: box(400, 500, 100, 100),
  westPond: box(0, 500, 100, 100),
  canal: box(100, 500, 200, 20),
  eastPond: box(300, 500, 100, 100),
  waterWorks: box(600, 0, 100, 100),
  powerWorks: box(600, 200, 100, 100),
  shops: box(600, 400, 100, 100),
  toilet: box(650, 450, 10, 10),
  culture: box(800, 0, 100, 100),
  oldHouse: box(810, 210, 20, 20),
  secondHouse: box(850, 250, 20, 20),
  schools: box(800, 200, 100, 100),
  open: box(500, 0, 100, 400),
};

export const use = (ring: Ring, code: string): Row => ({ rings: [ring], attributes: { YDYHFLDM: code } });
export const green = (ring: Ring, type = '公园'): Row => ({ rings: [ring], attributes: { LX: type } });
export const plain = (ring: Ring): Row => ({ rings: [ring] });
export const works = (ring: Ring, type: string, remark = ''): Row => ({
  rings: [ring],
  attributes: { SSLX: type, BZ: remark },
});
export const named = (ring: Ring, remark: string): Row => ({ rings: [ring], attributes: { BZ: remark } });

/** The rows of one database, by layer. */
export interface CityRows {
  ZXCQGHYDYH: Row[];
  ZXCQCSLVX: Row[];
  ZXCQCSLX: Row[];
  ZXCQCSHX: Row[];
  ZXCQCSZX: Row[];
}

/** What a test may change. `roads`: lines as x, y, x, y … in metres of the city. */
export interface CityEdit {
  filed: Partial<CityRows>;
  maintained: Partial<CityRows>;
  targets: TargetsFile;
  roads: readonly (readonly number[])[] | undefined;
}
type WholeEdit = CityEdit & { filed: CityRows; maintained: CityRows };

function rows(): CityRows {
  return {
    ZXCQGHYDYH: [
      use(ground.westHomes, '0701'),
      use(ground.eastHomes, '0701'),
      use(ground.park, '1401'),
      use(ground.square, '1403'),
      use(ground.westPond, '1704'),
      use(ground.canal, '1705'),
      use(ground.eastPond, '1704'),
      use(ground.waterWorks, '1301'),
      use(ground.powerWorks, '1303'),
      use(ground.shops, '0901'),
      use(ground.culture, '0803'),
      use(ground.schools, '0804'),
      use(ground.open, '1402'),
    ],
    ZXCQCSLVX: [green(ground.park), green(ground.square, '广场')],
    ZXCQCSLX: [plain(ground.westPond), plain(ground.canal), plain(ground.eastPond)],
    ZXCQCSHX: [
      works(ground.waterWorks, '供水'),
      works(ground.powerWorks, '供电'),
      works(ground.toilet, '公厕', '东街公厕'),
    ],
    ZXCQCSZX: [named(ground.culture, '老街'), named(ground.oldHouse, '旧 书院')],
  };
}

const source = '测试县';
const setting = (value: number | string, unit = '') => ({ value, unit, source });
const layout = (line: string) => ({
  [`${line}.layout.leastRetained`]: setting(90, '%'),
  [`${line}.layout.mostPatchChange`]: setting(20, '%'),
  [`${line}.layout.mostMeanChange`]: setting(20, '%'),
});

export function lineTargets(): TargetsFile {
  return {
    schema: 'tuheng.targets/1',
    lists: {
      historicBuildings: { source, items: [{ name: '旧书院' }, { name: '钟楼' }] },
      pointFacilities: { source, items: [{ name: '东街公厕', kind: '公厕' }] },
    },
    parameters: {
      ...layout('green'),
      ...layout('blue'),
      ...layout('yellow'),
      'green.function.classes': setting('1401、1402、1403'),
      'blue.function.classes': setting('17'),
      'yellow.function.classes': setting('1301、1303'),
      'purple.function.classes': setting('1504、0803'),
      'blue.connectivity.gap': setting(10, 'm'),
      'green.service-range.distance': setting(100, 'm'),
      'yellow.service-range.distance': setting(250, 'm'),
      'purple.service-range.distance': setting(150, 'm'),
      'purple.historic-buildings.nameField': setting('BZ'),
      'yellow.point-facilities.nameField': setting('BZ'),
    },
  };
}

/** The verdicts of all rules of the chapter on the city as `edit` changes it. */
export async function reviewLines(
  edit: (city: WholeEdit) => void = () => undefined,
): Promise<ReadonlyMap<string, Verdict>> {
  const city: WholeEdit = {
    filed: rows(),
    maintained: rows(),
    targets: lineTargets(),
    roads: undefined,
  };
  city.maintained.ZXCQCSLVX.push(green(ground.strip));
  city.maintained.ZXCQCSZX.push(named(ground.secondHouse, '钟楼（名录）'));
  edit(city);
  const { review } = await reviewPlans({
    filed: databaseOf('备案', city.filed),
    maintained: databaseOf('维护后', city.maintained),
    ...(city.roads && { base: { ...planOf('基础数据'), lines: roadsOf(city.roads) } }),
    targets: { file: city.targets, name: 'targets.json', digest: 'targets' },
    overlay: await loadKernelOverlay(0.0001),
    date: '20261201',
  });
  return new Map(review.verdicts.map((verdict) => [verdict.rule, verdict]));
}

/** A layer of its own keeps the review going where a test takes all others away. */
function databaseOf(name: string, of: Partial<CityRows>): Plan {
  const layers = Object.entries(of).map(([code, list]: [string, Row[]]): Layer => layerOf(code, list));
  return planOf(name, layerOf('STBHHX', [plain(box(0, 5000, 100, 100))]), ...layers);
}

function roadsOf(roads: readonly (readonly number[])[]): ReadonlyMap<string, LineLayer> {
  const [[east, north]] = box(0, 0, 1, 1) as [readonly [number, number]];
  const builder = new PolylinesBuilder();
  for (const road of roads) {
    builder.addPart(road.map((value, i) => value + (i % 2 === 0 ? east : north)));
    builder.endFeature();
  }
  const layer: LineLayer = {
    ...{ code: 'DLZXX', sourceName: 'DLZXX', crs: crsOf(4532)! },
    ...{ lines: builder.build(), columns: new Map() },
  };
  return new Map([[layer.code, layer]]);
}
