import { loadKernelOverlay } from '@tuheng/geometry';
import type { Layer, TargetsFile } from '@tuheng/standard';
import type { Verdict } from '../../../review.ts';
import { reviewPlans } from '../../../review-plans.ts';
import { box, layerOf, planOf, type Ring, type Row } from '../../../testing/plans.ts';
import { LAND } from '../planned-land.ts';

/*
 * A central city of 2 × 1 km: homes and shops in the west, then a school, a park, a street, a power station and reserved land, in the
 * east class-1 industry, fields and, 500 m from anything, class-3 industry; a pond in the north. The lawful maintenance makes a school
 * of the reserved land (40,000 m²).
 */

export interface Parcel {
  readonly ring: Ring;
  readonly code: string;
  readonly name?: string;
  readonly fields?: Readonly<Record<string, string | number>>;
}

const parcel = (code: string, x: number, y: number, width: number, height: number): Parcel => ({
  ring: box(x, y, width, height),
  code,
});

/** The parcels on file, by name. */
export const cityParcels: Readonly<Record<string, Parcel>> = {
  homes: parcel('0701', 0, 0, 500, 500),
  shops: parcel('0901', 0, 500, 500, 500),
  school: parcel('0804', 500, 0, 200, 200),
  park: parcel('1401', 500, 200, 200, 300),
  street: parcel('1207', 700, 0, 50, 500),
  power: parcel('1303', 750, 0, 100, 100),
  reserved: parcel('16', 750, 100, 100, 400),
  workshop: parcel('100101', 850, 0, 150, 500),
  field: parcel('0103', 1000, 0, 500, 500),
  chemistry: parcel('100103', 1500, 0, 500, 500),
  pond: parcel('1704', 500, 500, 500, 500),
  north: parcel('0103', 1000, 500, 1000, 500),
};

/** What a test may change: parcels of either side, other layers of either side, the targets. */
export interface CityEdit {
  readonly filed: Record<string, Parcel>;
  readonly maintained: Record<string, Parcel>;
  readonly filedLayers: Map<string, readonly Row[]>;
  readonly maintainedLayers: Map<string, readonly Row[]>;
  targets: TargetsFile;
}

const lines = (): Map<string, readonly Row[]> =>
  new Map<string, readonly Row[]>([
    [
      'ZXCQGHFQ',
      [{ rings: [box(0, 0, 2000, 1000)], attributes: { GHFQDM: '410', GHFQMC: '城镇集中建设区' } }],
    ],
    ['ZXCQCSLVX', [{ rings: [cityParcels.park!.ring] }]],
    ['ZXCQCSHX', [{ rings: [cityParcels.power!.ring] }]],
    ['ZXCQCSLX', [{ rings: [cityParcels.pond!.ring] }]],
    ['ZXCQCSZX', [{ rings: [box(100, 600, 50, 50)] }]],
    ['LSWHBHX', [{ rings: [box(300, 600, 50, 50)] }]],
    ['HLFXKZX', [{ rings: [box(0, 2000, 100, 100)] }]],
    ['STBHHX', [{ rings: [box(0, 3000, 100, 100)] }]],
    ['YJJBNTBHTB', [{ rings: [box(1200, 600, 700, 300)] }]],
  ]);

const source = '测试县';

/** Every unverified parameter of the chapter set with a source, and the population: 10,000 people. */
export function cityTargets(): TargetsFile {
  return {
    schema: 'tuheng.targets/1',
    targets: { centralCityPopulation: { value: 1, unit: '万人', source } },
    parameters: {
      'city-land.per-capita.limit': { value: '备案值', unit: 'm²/人', source },
      'city-land.total-scale.tolerance': { value: 1, unit: '%', source },
      'city-land.mandatory-content.layers': {
        value: 'ZXCQCSLVX、ZXCQCSLX、ZXCQCSHX、ZXCQCSZX、LSWHBHX、HLFXKZX、STBHHX、YJJBNTBHTB',
        unit: '',
        source,
      },
      'city-land.residential-beside-industry.distance': { value: 100, unit: 'm', source },
      'city-land.intensity.fields': {
        value: '容积率=RJL；建筑密度=JZMD；绿地率=LDL；建筑限高=XG',
        unit: '',
        source,
      },
    },
  };
}

/** A document for changes of the layer. */
export const explained = (targets: TargetsFile): TargetsFile => ({
  ...targets,
  basis: [{ layer: LAND, document: '用地调整论证报告' }],
});

export function landLayer(parcels: readonly Parcel[]): Layer {
  return layerOf(
    LAND,
    parcels.map(({ ring, code, name, fields }) => ({
      rings: [ring],
      attributes: { YDYHFLDM: code, ...(name === undefined ? {} : { YDYHFLMC: name }), ...fields },
    })),
  );
}

/** The verdicts of the whole book on the city with a lawful B, as `edit` changes both, by rule. */
export async function reviewCity(
  edit: (city: CityEdit) => void = () => undefined,
): Promise<ReadonlyMap<string, Verdict>> {
  const city: CityEdit = {
    filed: { ...cityParcels },
    maintained: { ...cityParcels, reserved: { ...cityParcels.reserved!, code: '0804' } },
    filedLayers: lines(),
    maintainedLayers: lines(),
    targets: cityTargets(),
  };
  edit(city);
  const plan = (name: string, parcels: Record<string, Parcel>, layers: ReadonlyMap<string, readonly Row[]>) =>
    planOf(
      name,
      ...(Object.keys(parcels).length > 0 ? [landLayer(Object.values(parcels))] : []),
      ...[...layers].map(([code, rows]) => layerOf(code, rows)),
    );
  const { review } = await reviewPlans({
    filed: plan('备案', city.filed, city.filedLayers),
    maintained: plan('维护后', city.maintained, city.maintainedLayers),
    targets: { file: city.targets, name: 'targets.json', digest: 'targets' },
    overlay: await loadKernelOverlay(0.0001),
    date: '20261124',
  });
  return new Map(review.verdicts.map((verdict) => [verdict.rule, verdict]));
}

/** What the evidence of a verdict points at: label and plane area in m². */
export const pieces = ({ evidence }: Verdict): [string, number][] =>
  evidence.map(({ label, planeArea }) => [label, Math.round(planeArea)]);

/** A parcel with another class. */
export const turned = (name: string, code: string, fields?: Parcel['fields']): Parcel => ({
  ...cityParcels[name]!,
  code,
  ...(fields ? { fields } : {}),
});
