import { squareMetres } from './area-units.ts';

/** A figure that the plan or a profile sets, with where it stands written. */
export interface Target {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

export interface ParameterSetting {
  readonly value: number | string;
  readonly unit: string;
  readonly source: string;
}

/** Targets a plan can set, by key. */
export type TargetKey =
  | 'urbanBoundary'
  | 'ecologicalRedLine'
  | 'permanentBasicFarmland'
  | 'cultivatedLand'
  | 'expansionMultiple'
  | 'urbanConstructionLand2020'
  | 'constructionLand'
  | 'centralCityPopulation';

/** Lists that a plan keeps beside its database, by key. */
export type ListKey = 'historicBuildings' | 'pointFacilities';

/** Names of a list with where it stands written; `kind` tells what a thing is where the list says so. */
export interface NamedList {
  readonly source: string;
  readonly items: readonly { readonly name: string; readonly kind?: string }[];
}

/** The content of a `targets.json` beside the data (docs/targets.md). */
export interface TargetsFile {
  readonly schema: 'tuheng.targets/1';
  /** True for data of a county that does not exist. */
  readonly invented?: boolean;
  readonly region?: { readonly code: string; readonly name: string };
  readonly targets?: Readonly<Partial<Record<TargetKey, Target>>>;
  readonly lists?: Readonly<Partial<Record<ListKey, NamedList>>>;
  /** Layers the county declares it has nothing for, with where that stands written. */
  readonly absentLayers?: readonly { readonly layer: string; readonly source: string }[];
  /** Parameters set with their source, by id (`udb.fragments.minimumArea`): what a profile verifies. */
  readonly parameters?: Readonly<Record<string, ParameterSetting>>;
  /** Documents on which a change of a layer rests. */
  readonly basis?: readonly {
    readonly layer: string;
    readonly document: string;
    readonly article?: string;
  }[];
}

const PEOPLE: Readonly<Record<string, number>> = { 人: 1, 万人: 10_000 };

/** What a target is counted in; every other is an area. */
const ownUnits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  expansionMultiple: { 倍: 1 },
  centralCityPopulation: PEOPLE,
};

/** A target that cannot be read. */
export class TargetsError extends Error {
  readonly code = 'targets.invalid';

  constructor(where: string, what: string) {
    super(`目标值文件 ${where}：${what}。请对照 docs/targets.md 修改后再试。`);
    this.name = 'TargetsError';
  }
}

/**
 * Parses and checks the text of a targets file.
 *
 * @param where file name, for messages
 * @throws TargetsError
 */
export function parseTargets(text: string, where: string): TargetsFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new TargetsError(where, '不是有效的 JSON');
  }
  if (!isRecord(content) || content.schema !== 'tuheng.targets/1') {
    throw new TargetsError(where, '缺少 "schema": "tuheng.targets/1"');
  }
  const targets = content.targets ?? {};
  if (!isRecord(targets)) throw new TargetsError(where, '"targets" 不是对象');
  for (const [key, target] of Object.entries(targets)) {
    if (!isRecord(target) || typeof target.value !== 'number' || !(target.value > 0)) {
      throw new TargetsError(where, `目标 ${key} 的 value 不是正数`);
    }
    if (typeof target.source !== 'string' || target.source === '') {
      throw new TargetsError(where, `目标 ${key} 没有写明来源 source`);
    }
    if (!((target.unit as string) in (ownUnits[key] ?? squareMetres))) {
      throw new TargetsError(where, `目标 ${key} 的单位 ${String(target.unit)} 不认识`);
    }
  }
  const parameters = content.parameters ?? {};
  if (!isRecord(parameters)) throw new TargetsError(where, '"parameters" 不是对象');
  for (const [key, setting] of Object.entries(parameters)) {
    if (!isRecord(setting) || typeof setting.source !== 'string' || setting.source === '') {
      throw new TargetsError(where, `参数 ${key} 没有写明来源 source`);
    }
  }
  for (const [key, list] of Object.entries(isRecord(content.lists) ? content.lists : {})) {
    if (!isRecord(list) || typeof list.source !== 'string' || list.source === '') {
      throw new TargetsError(where, `清单 ${key} 没有写明来源 source`);
    }
    if (!Array.isArray(list.items) || !list.items.every((item) => isRecord(item) && isNonEmpty(item.name))) {
      throw new TargetsError(where, `清单 ${key} 的 items 不是带 name 的列表`);
    }
  }
  const absent = content.absentLayers ?? [];
  if (!Array.isArray(absent) || !absent.every((one) => isRecord(one) && isNonEmpty(one.layer))) {
    throw new TargetsError(where, '"absentLayers" 不是带 layer 的列表');
  }
  for (const { layer, source } of absent) {
    if (!isNonEmpty(source)) throw new TargetsError(where, `声明本县无的图层 ${layer} 没有写明来源 source`);
  }
  return content as unknown as TargetsFile;
}

function isNonEmpty(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** A target in m² or people, or for a multiple as it is. */
export function targetValue(target: Target): number {
  return target.value * (squareMetres[target.unit] ?? PEOPLE[target.unit] ?? 1);
}

/** Half of the last printed decimal of an area target, in m²: 80181.07 ha stands for ±50 m². */
export function targetRounding(target: Target): number {
  const decimals = (String(target.value).split('.')[1] ?? '').length;
  return (0.5 * (squareMetres[target.unit] ?? 0)) / 10 ** decimals;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
