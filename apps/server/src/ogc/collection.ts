import { crsOf, layerSpec } from '@tuheng/standard';
import type { LayerTotal, PlanSummary, PlanVersion } from '@tuheng/store';
import { roundedOutwards } from '../features/lon-lat-box.ts';
import { lonLatBounds } from '../held-versions/lon-lat-bounds.ts';
import { crsListOf, epsgCrs, type OgcCrs } from '../place/ogc-crs.ts';
import type { Link } from './link.ts';

/** A layer of a plan as OGC API knows it: what the version in force holds, with the versions before it by time. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly plan: Pick<PlanSummary, 'code' | 'name' | 'region'>;
  readonly head: PlanVersion;
  readonly layer: LayerTotal;
  /** Of the first version. */
  readonly since: string;
}

export function collectionOf(
  plan: Collection['plan'],
  head: PlanVersion,
  layer: LayerTotal,
  since: string,
): Collection {
  return {
    id: `${plan.code}.${layer.code}`,
    title: `${layerSpec(layer.code)?.title ?? layer.code}（${plan.name}）`,
    plan,
    head,
    layer,
    since,
  };
}

/** Codes of layers have no full stop; those of plans may. */
export function partsOf(id: string): readonly [plan: string, layer: string] {
  const stop = id.lastIndexOf('.');
  return [id.slice(0, Math.max(stop, 0)), id.slice(stop + 1)];
}

export function crsOfCollection({ layer: { epsg, box } }: Collection): readonly OgcCrs[] {
  return crsListOf(crsOf(epsg)!, box);
}

/** The document of a collection (OGC 17-069r4, 7.14; 18-058r1, 6.2). */
export function collectionDocument(collection: Collection, links: readonly Link[]) {
  const { id, title, layer, since } = collection;
  const bounds = lonLatBounds([layer]);
  const box = bounds && roundedOutwards(bounds);
  return {
    id,
    title,
    description: descriptionOf(collection),
    links,
    extent: {
      ...(box && { spatial: { bbox: [box], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' } }),
      temporal: {
        interval: [[since, null]],
        trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
      },
    },
    itemType: 'feature',
    crs: crsOfCollection(collection).map(({ uri }) => uri),
    storageCrs: epsgCrs(crsOf(layer.epsg)!).uri,
  };
}

function descriptionOf({ plan, head, layer }: Collection): string {
  const { name } = crsOf(layer.epsg)!;
  return `${plan.name}（规划代码 ${plan.code}，行政区 ${plan.region}）的图层 ${layer.code}。当前有效的是第 ${head.number} 版，${layer.features} 个要素；以前的版本可用 datetime 或 version 查询。坐标按 ${name} 存储；CRS84 即 WGS 84 的经纬度，这里与 CGCS2000 视为相同，不作转换。`;
}
