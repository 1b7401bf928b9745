import { type Layer, normalizeAdcode, type Plan, parseDeliveryName, textAt } from '@tuheng/standard';
import type { Session } from '../database/database.ts';

/** Codes have 6 digits, 9 for a township (GB/T 2260, GB/T 10114). */
export type RegionLevel = 'province' | 'city' | 'county' | 'township';

/** The level that a code's form tells: 23 0000 a province, 2308 00 a city, 230882 a county, 230882 100 a township. */
export function levelOf(adcode: string): RegionLevel {
  if (adcode.length === 9) return 'township';
  if (adcode.endsWith('0000')) return 'province';
  return adcode.endsWith('00') ? 'city' : 'county';
}

/** The code of the region around this one; null for a province. */
export function parentOf(adcode: string): string | null {
  switch (levelOf(adcode)) {
    case 'township':
      return adcode.slice(0, 6);
    case 'county':
      return `${adcode.slice(0, 4)}00`;
    case 'city':
      return `${adcode.slice(0, 2)}0000`;
    case 'province':
      return null;
  }
}

/** A region and all around it, the outermost first. */
export function chainOf(adcode: string): string[] {
  const parent = parentOf(adcode);
  return parent === null ? [adcode] : [...chainOf(parent), adcode];
}

/** Makes sure that a region and those around it are in the tree; names of regions that are there stay, where it is not the code that stands for one. */
export async function putRegion(session: Session, adcode: string, name: string): Promise<void> {
  for (const code of chainOf(adcode)) {
    await session.query(
      `INSERT INTO region (adcode, parent, level, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (adcode) DO UPDATE SET name = excluded.name WHERE region.name = region.adcode AND excluded.name <> region.name`,
      [code, parentOf(code), levelOf(code), code === adcode ? name : code],
    );
  }
}

/** The county or city a plan is of, by its delivery name or else by what most of its features say; undefined where neither tells. */
export function regionOfPlan(plan: Plan): NamedRegion | undefined {
  const named = parseDeliveryName(plan.name);
  const [adcode, name] = [mostFrequent(plan, 'XZQDM', 6), mostFrequent(plan, 'XZQMC')];
  const code = named?.adcode ?? adcode;
  return code !== undefined && /^\d{6}$/.test(code)
    ? { adcode: code, name: named?.region || name || code }
    : undefined;
}

export interface NamedRegion {
  readonly adcode: string;
  readonly name: string;
}

/**
 * The townships of a county that a layer of regions (行政区 XZQ of the survey) names, by code. That its features are townships is read from the
 * 9 characters of its code (standards.md §2.4.5); no published text says so (未核实). So only what is beyond doubt is taken: a code of 9 digits, or of
 * 12 with three zeros behind them, that begins with the county's, and a name. Villages, enclaves of other counties and the county itself are passed over.
 */
export function townshipsOf(layer: Pick<Layer, 'polygons' | 'columns'>, county: string): NamedRegion[] {
  if (levelOf(county) !== 'county') return [];
  const names = new Map<string, string>();
  for (let f = 0; f < layer.polygons.featureStart.length - 1; f++) {
    const adcode = normalizeAdcode(textAt(layer, 'XZQDM', f) ?? '');
    const name = textAt(layer, 'XZQMC', f)?.trim();
    if (/^\d{9}$/.test(adcode) && adcode.startsWith(county) && name && !names.has(adcode))
      names.set(adcode, name);
  }
  return [...names]
    .map(([adcode, name]) => ({ adcode, name }))
    .sort((a, b) => (a.adcode < b.adcode ? -1 : 1));
}

/** The most frequent value of a field over all layers, its first `length` characters. */
function mostFrequent(plan: Plan, field: string, length?: number): string | undefined {
  const counts = new Map<string, number>();
  for (const layer of plan.layers.values()) {
    if (!layer.columns.has(field)) continue;
    for (let f = 0; f < layer.polygons.featureStart.length - 1; f++) {
      const value = textAt(layer, field, f)?.slice(0, length);
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
