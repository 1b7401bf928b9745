import type { DataFault } from './data-fault.ts';
import type { Draft } from './draft.ts';
import type { DraftFeature, DraftLayer } from './draft-layer.ts';
import { type Edge, edgesOf } from './edges.ts';
import { boxRing } from './shapes.ts';

function overlap(draft: Draft): DataFault {
  const first = draft.plant((x, y) => [[boxRing(x, y, 100)]]);
  const { layer, place, object } = first;
  const [x, y] = place;
  const feature = layer.add(first.feature, [[boxRing(x + 90, y + 20, 100)]], draft.bsm());
  return {
    rule: 'T-01',
    description: '与相邻图斑重叠 800 m²',
    layer,
    feature,
    object,
    place: [x + 90, y + 20],
  };
}

/** A small feature of 一般农业区 that touches the county's border or not; it carries no control line. */
function zoneFeature(layer: DraftLayer, atBorder: boolean): DraftFeature {
  const edges = edgesOf(layer.features);
  const shared = (feature: DraftFeature): boolean[] =>
    feature.polygons.flat().flatMap((ring) => ringEdges(ring).map((edge) => edges.has(reverseOf(edge))));
  const found = layer.features.find((feature) => {
    if (feature.values.get('GHFQDM') !== '520' || feature.polygons[0]!.length > 1) return false;
    const has = shared(feature);
    return atBorder ? has.includes(false) && has.includes(true) : !has.includes(false);
  });
  if (!found)
    throw new Error(`no zone ${atBorder ? 'at the border' : 'within'} to take out of ${layer.name}`);
  return found;
}

function ringEdges(ring: readonly number[]): Edge[] {
  const edges: Edge[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2)
    edges.push([ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!]);
  return edges;
}

function reverseOf([x0, y0, x1, y1]: Edge): string {
  return [x1, y1, x0, y0].join();
}

function takeOut(layer: DraftLayer, feature: DraftFeature): readonly [number, number] {
  layer.features = layer.features.filter((other) => other !== feature);
  return [feature.polygons[0]![0]![0]!, feature.polygons[0]![0]![1]!];
}

function gap(draft: Draft): DataFault {
  const layer = draft.layer('GHFQ');
  const place = takeOut(layer, zoneFeature(layer, false));
  return { rule: 'T-02', description: '图层中间少了一个图斑，成为缝隙', layer, object: layer.name, place };
}

function missingAtTheBorder(draft: Draft): DataFault {
  const layer = draft.layer('YDYHGHFQ');
  const place = takeOut(layer, zoneFeature(layer, true));
  return { rule: 'T-03', description: '县界处少了一个图斑，没有铺满县域', layer, object: layer.name, place };
}

/** A parcel of protected farmland within the red line. */
function linesOverlap(draft: Draft): DataFault {
  const layer = draft.layer('YJJBNTBHTB');
  const redLine = draft.layer('STBHHX').features[0]!.polygons[0]![0]!;
  const inside = insideOf(redLine);
  const feature = layer.add(layer.features[0]!, [[boxRing(inside[0], inside[1], 100)]], draft.bsm());
  return {
    rule: 'T-04',
    description: '永久基本农田图斑画在生态保护红线里，重叠 1 公顷',
    layer,
    feature,
    object: 'STBHHX',
    place: inside,
  };
}

/** A corner whose square of 100 m lies well within a ring: on a grid, the one farthest from the ring's vertices. */
function insideOf(ring: readonly number[]): [number, number] {
  const xs = ring.filter((_, i) => i % 2 === 0);
  const ys = ring.filter((_, i) => i % 2 === 1);
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best: [number, number] = [minX, minY];
  let most = 0;
  for (let i = 1; i < 40; i++) {
    for (let j = 1; j < 40; j++) {
      const x = Math.round(minX + ((maxX - minX) * i) / 40);
      const y = Math.round(minY + ((maxY - minY) * j) / 40);
      if (!contains(xs, ys, x, y)) continue;
      const clear = xs.reduce((least, vx, v) => Math.min(least, Math.hypot(vx - x, ys[v]! - y)), Infinity);
      if (clear > most) [most, best] = [clear, [x, y]];
    }
  }
  return best;
}

function contains(xs: readonly number[], ys: readonly number[], x: number, y: number): boolean {
  let odd = false;
  for (let v = 0; v + 1 < xs.length; v++) {
    const crosses = ys[v]! > y !== ys[v + 1]! > y;
    if (crosses && x < xs[v]! + ((y - ys[v]!) / (ys[v + 1]! - ys[v]!)) * (xs[v + 1]! - xs[v]!)) odd = !odd;
  }
  return odd;
}

function zoneAgainstLine(draft: Draft): DataFault {
  const layer = draft.layer('GHFQ');
  const feature = zoneFeature(layer, false);
  feature.values.set('GHFQDM', '410').set('GHFQMC', '城镇集中建设区');
  const [ring] = feature.polygons[0]!;
  return {
    rule: 'T-05',
    description: '边界外的一般农业区写成了城镇集中建设区',
    layer,
    feature,
    object: layer.name,
    place: [ring![0]!, ring![1]!],
  };
}

function lineOutsideTheCity(draft: Draft): DataFault {
  const layer = draft.layer('ZXCQCSZX');
  const place = draft.place();
  const feature = layer.add(layer.features[0]!, [[boxRing(...place, 100)]], draft.bsm());
  return { rule: 'T-06', description: '城市紫线画到中心城区以外', layer, feature, object: layer.name, place };
}

/** A vertex in the middle of an edge that two zones share, in one of them only. */
function missingVertex(draft: Draft): DataFault {
  const layer = draft.layer('ZXCQGHYDYH');
  const edges = edgesOf(layer.features);
  for (const feature of layer.features) {
    const ring = feature.polygons[0]![0]!;
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x0, y0, x1, y1] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      const long = Math.hypot(x1 - x0, y1 - y0) > 40;
      if (!long || !edges.has([x1, y1, x0, y0].join())) continue;
      const place = [onGrid((x0 + x1) / 2), onGrid((y0 + y1) / 2)] as const;
      ring.splice(i + 2, 0, ...place);
      layer.remeasure(feature);
      return {
        rule: 'T-08',
        description: '公共边上的节点，相邻图斑没有',
        layer,
        object: layer.name,
        place,
      };
    }
  }
  throw new Error('no shared edge in the layer');
}

/** FileGDB and the national rule keep 0.1 mm. */
function onGrid(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

export const topologyFaults: readonly ((draft: Draft) => DataFault)[] = [
  overlap,
  gap,
  missingAtTheBorder,
  linesOverlap,
  zoneAgainstLine,
  lineOutsideTheCity,
  missingVertex,
];
