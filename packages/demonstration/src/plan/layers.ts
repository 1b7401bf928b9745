import { ellipsoidArea, featureCount } from '@tuheng/geometry';
import { type Column, crsOf, type Layer, type LineLayer, layerSpec, type Plan } from '@tuheng/standard';
import { type Dissolved, dissolve } from '../mesh/dissolve.ts';
import {
  type Attributes,
  COUNTY_CODE,
  COUNTY_NAME,
  countyUseAttributes,
  type FeatureInfo,
  farmlandAttributes,
  INVENTED,
  identity,
  landAttributes,
  plannedUseAttributes,
  redLineAttributes,
  townshipCode,
  type Value,
  zoneAttributes,
} from './attributes.ts';
import { countyUseKeys } from './county-use.ts';
import { intensityFields } from './planned-use.ts';
import { projectAttributes } from './projects.ts';
import { linesOf, type Road, roadsOf } from './roads.ts';
import { lineAttributes } from './sites.ts';
import type { County, PlanState } from './state.ts';

const crs = crsOf(4532)!;

/** Turns versions of the plan into layers. Areas of whole parcels are computed once for all layers and versions. */
export class LayerWriter {
  readonly #county: County;
  readonly #parcelArea: Float64Array;
  readonly #land: Attributes;
  readonly #farmland: Attributes;
  readonly #numbers: string[] = [];

  constructor(county: County) {
    this.#county = county;
    this.#land = landAttributes(county);
    this.#farmland = farmlandAttributes(county, this.#land);
    this.#parcelArea = new Float64Array(county.survey.parcels.count).fill(Number.NaN);
  }

  /** 基础数据: what both versions share. */
  base(): Plan {
    const { survey, geography, developmentZone } = this.#county;
    const { ofFace } = survey.parcels;
    const serial = new Serial(this.#numbers);
    const layers = [
      this.#layer('DLTB', ofFace, this.#land, serial),
      this.#layer(
        'XZQ',
        ofFace.map((p) => (p < 0 ? -1 : survey.township[p]!)),
        {
          XZQDM: ({ parcel }) => townshipCode(survey.township[parcel]!),
          XZQMC: ({ parcel }) => `${geography.towns[survey.township[parcel]!]!.name}（虚构）`,
          DCMJ: ({ area }) => area,
          JSMJ: ({ area }) => area,
          MSSM: '00',
          BZ: INVENTED,
        },
        serial,
      ),
      this.#layer(
        'KFQ',
        Int32Array.from(developmentZone),
        {
          ...identity,
          KFQMC: ({ face }) =>
            developmentZone[face] === 0 ? '演示县经济开发区（虚构）' : '演示县农产品加工区（虚构）',
          MJ: ({ area }) => area,
        },
        serial,
      ),
    ];
    const roads = roadLayer(roadsOf(this.#county), serial);
    return { ...plan('基础数据', layers), lines: new Map([[roads.code, roads]]) };
  }

  /** The plan database of one version. */
  plan(state: PlanState, version: string): Plan {
    const county = this.#county;
    const { survey } = county;
    const { ofFace } = survey.parcels;
    const serial = new Serial(this.#numbers);
    const plain = (column: Uint16Array): Int32Array => Int32Array.from(column, (value) => value - 1);
    const byParcel = (column: Uint16Array): Int32Array => ofFace.map((p, f) => (column[f]! > 0 ? p : -1));
    const byTownship = (column: Uint16Array): Int32Array =>
      ofFace.map((p, f) => (p < 0 || column[f] === 0 ? -1 : column[f]! * 64 + survey.township[p]!));
    const lines = lineAttributes(state);
    const make = (code: string, key: Int32Array, attributes: Attributes, own?: readonly string[]): Layer =>
      this.#layer(code, key, attributes, serial, own);
    return plan(`县级国土空间总体规划矢量数据_${version}`, [
      make('CZKFBJ', plain(state.boundary), zoneAttributes(state.boundary)),
      make('STBHHX', plain(state.redLine), redLineAttributes(county, state)),
      make('YJJBNTBHTB', byParcel(state.farmland), this.#farmland),
      make('GDBHMB', byParcel(state.cultivated), { ...this.#land, ...identity, SFWHTD: 0 }),
      make('GHFQ', byTownship(state.zone), zoneAttributes(state.zone)),
      make('YDYHGHFQ', byTownship(state.landZone), zoneAttributes(state.landZone)),
      make('GHYDYH', countyUseKeys(county, state), countyUseAttributes(county, state)),
      make('ZXCQGHFQ', plain(state.cityZone), zoneAttributes(state.cityZone)),
      make('ZXCQGHYDYH', byParcel(state.cityUse), plannedUseAttributes(county, state), intensityFields),
      make('ZXCQCSLX', plain(state.blue), lines.ZXCQCSLX!),
      make('ZXCQCSLVX', plain(state.green), lines.ZXCQCSLVX!),
      make('ZXCQCSZX', plain(state.purple), lines.ZXCQCSZX!),
      make('ZXCQCSHX', plain(state.yellow), lines.ZXCQCSHX!),
      make('HLFXKZX', plain(state.flood), lines.HLFXKZX!),
      make('LSWHBHX', plain(state.heritage), lines.LSWHBHX!),
      make('ZDJSXM', plain(state.project), { ...identity, ...projectAttributes(state) }),
    ]);
  }

  /** @param own numeric fields that the standard does not have, after its own */
  #layer(
    code: string,
    key: Int32Array,
    attributes: Attributes,
    serial: Serial,
    own: readonly string[] = [],
  ): Layer {
    const dissolved = dissolve(this.#county.ground.mesh, key);
    const { polygons, start, faces } = dissolved;
    const { ofFace } = this.#county.survey.parcels;
    const features: FeatureInfo[] = [];
    for (let k = 0; k < featureCount(polygons); k++) {
      const face = faces[start[k]!]!;
      features.push({ face, parcel: ofFace[face]!, area: this.#area(dissolved, k) });
    }
    const spec = layerSpec(code)!;
    const columns = new Map<string, Column>();
    const constants = new Map<Value, Column>();
    for (const field of spec.fields) {
      if (field.personal) continue;
      const value =
        field.name === 'BSM'
          ? () => serial.next()
          : field.name === 'YSDM'
            ? spec.ysdm.value
            : (attributes[field.name] ?? null);
      const isNumber = field.type === 'double' || field.type === 'integer';
      // Columns that hold one value throughout share their array: most of a large layer's memory.
      const shared = isNumber || typeof value === 'function' ? undefined : constants.get(value);
      const column = shared ?? (isNumber ? numbers(features, value) : texts(features, value));
      if (!isNumber && typeof value !== 'function') constants.set(value, column);
      columns.set(field.name, column);
    }
    for (const name of own) columns.set(name, numbers(features, attributes[name] ?? null));
    return { code, sourceName: code, crs, polygons, columns };
  }

  /** Ellipsoid area of a feature, m² with 2 decimals. */
  #area({ polygons, start, faces }: Dissolved, k: number): number {
    const { parcels } = this.#county.survey;
    const p = parcels.ofFace[faces[start[k]!]!]!;
    const whole = parcels.faceStart[p + 1]! - parcels.faceStart[p]! === start[k + 1]! - start[k]!;
    const isParcel = whole && sameParcel(parcels.ofFace, faces, start[k]!, start[k + 1]!);
    if (isParcel && !Number.isNaN(this.#parcelArea[p]!)) return this.#parcelArea[p]!;
    const area = Math.round(ellipsoidArea(polygons, k, crs) * 100) / 100;
    if (isParcel) this.#parcelArea[p] = area;
    return area;
  }
}

function sameParcel(ofFace: Int32Array, faces: Int32Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (ofFace[faces[i]!] !== ofFace[faces[from]!]) return false;
  return true;
}

/** 标识码: the county, 0000, and a number that runs through the whole database. */
class Serial {
  #last = 0;
  /** Numbers made so far: all databases count alike. */
  readonly #made: string[];

  constructor(made: string[]) {
    this.#made = made;
  }

  next(): string {
    const k = this.#last++;
    this.#made[k] ??= `${COUNTY_CODE}0000${String(k + 1).padStart(8, '0')}`;
    return this.#made[k];
  }
}

/** 道路中心线 with invented names. */
function roadLayer(roads: readonly Road[], serial: Serial): LineLayer {
  const text = (value: (road: Road, k: number) => string): Column => ({
    kind: 'text',
    values: roads.map(value),
  });
  return {
    code: 'DLZXX',
    sourceName: 'DLZXX',
    crs,
    lines: linesOf(roads),
    columns: new Map<string, Column>([
      ['BSM', text(() => serial.next())],
      ['DLMC', text((_, k) => `演示路${k + 1}`)],
      ['DLDJ', text(({ grade }) => grade)],
      ['KD', { kind: 'number', values: Float64Array.from(roads, ({ width }) => width) }],
      ['BZ', text(() => INVENTED)],
    ]),
  };
}

type Rule = Value | ((feature: FeatureInfo) => Value);

function numbers(features: readonly FeatureInfo[], rule: Rule): Column {
  const values = new Float64Array(features.length);
  if (typeof rule !== 'function') values.fill(rule === null ? Number.NaN : Number(rule));
  else for (let k = 0; k < features.length; k++) values[k] = Number(rule(features[k]!) ?? Number.NaN);
  return { kind: 'number', values };
}

function texts(features: readonly FeatureInfo[], rule: Rule): Column {
  if (typeof rule !== 'function') {
    return { kind: 'text', values: new Array<string | null>(features.length).fill(rule as string | null) };
  }
  return { kind: 'text', values: features.map((feature) => rule(feature) as string | null) };
}

function plan(name: string, layers: readonly Layer[]): Plan {
  return {
    name: `${COUNTY_CODE}${COUNTY_NAME}${name}`,
    digest: '',
    format: 'memory',
    layers: new Map(layers.map((layer) => [layer.code, layer])),
    notes: [
      {
        code: 'demonstration.invented',
        message: '本数据库由程序生成，演示县及其一切地名、图斑、文号均为虚构，仅供演示和测试。',
      },
    ],
  };
}
