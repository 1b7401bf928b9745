import { featureCount } from '@tuheng/geometry';
import { textAt, type ZoneFamily, zoneFamily } from '@tuheng/standard';
import type { WorkingLayer } from '../../working-layer.ts';

/** Level-1 zones by what they are for; the names are those of 《市级国土空间总体规划编制指南（试行）》 (standards.md §2.6). */
export const familyTitles: Readonly<Record<ZoneFamily, string>> = {
  'ecological-protection': '生态保护区',
  'ecological-control': '生态控制区',
  'farmland-protection': '农田保护区',
  urban: '城镇发展区',
  rural: '乡村发展区',
  marine: '海洋发展区',
  'mineral-energy': '矿产能源发展区',
};

/** The level-1 zone of feature `f` of a zone layer; undefined where neither its name nor its number is known. */
export function familyOf(zones: WorkingLayer, f: number): ZoneFamily | undefined {
  return zoneFamily(textAt(zones.layer, 'GHFQDM', f), textAt(zones.layer, 'GHFQMC', f));
}

/** Features of a level-1 zone, ascending. */
export function rowsOfFamily(zones: WorkingLayer, family: ZoneFamily): number[] {
  return [...Array(featureCount(zones.polygons)).keys()].filter((f) => familyOf(zones, f) === family);
}
