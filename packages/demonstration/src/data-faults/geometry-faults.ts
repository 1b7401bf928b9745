import { crsOf } from '@tuheng/standard';
import type { DataFault } from './data-fault.ts';
import type { Draft } from './draft.ts';
import { boxRing, circleRing, reversed, ringThrough } from './shapes.ts';

/** S-01: a layer declares the coordinate system without zone number, and its coordinates have it. */
function wrongZone(draft: Draft): DataFault {
  const layer = draft.layer('LSWHBHX');
  layer.crs = crsOf(4553)!;
  return {
    rule: 'S-01',
    description: '声明的坐标系东坐标不带带号，坐标却带有带号',
    object: layer.name,
    layer,
  };
}

const NORTH = 200_000;

/** S-02: a feature stands 200 km north of the county. */
function outsideTheCounty(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [[boxRing(x, y + NORTH, 100)]]);
  const [x, y] = place;
  return {
    rule: 'S-02',
    description: '图形在县域以北 200 公里',
    layer,
    feature,
    object,
    place: [x, y + NORTH],
  };
}

/** S-02: a vertex is not a number. */
function notFinite(draft: Draft): DataFault {
  const { layer, feature, object } = draft.plant((x, y) => [[boxRing(x, y, 100)]]);
  draft.stored.push({ kind: 'not-finite', layer, feature });
  return { rule: 'S-02', description: '有一个顶点的坐标不是数', layer, feature, object };
}

/** S-03: a layer has heights. */
function heights(draft: Draft): DataFault {
  const layer = draft.layer('ZXCQCSLVX');
  draft.stored.push({ kind: 'z', layer, feature: layer.features[0]! });
  return { rule: 'S-03', description: '图层带有 Z 值', object: layer.name, layer };
}

/** S-04: the outline of a feature is a circle. */
function curve(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [[circleRing(x, y, 50)]]);
  draft.stored.push({ kind: 'curve', layer, feature });
  return { rule: 'S-04', description: '边界是圆弧', layer, feature, object, place };
}

function emptyGeometry(draft: Draft): DataFault {
  const { layer, feature, object } = draft.plant((x, y) => [[boxRing(x, y, 100)]]);
  feature.polygons = [];
  return { rule: 'G-01', description: '要素没有图形', layer, feature, object };
}

function bowTie(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [
    [ringThrough([x, y], [x, y + 80], [x + 100, y], [x + 100, y + 100])],
  ]);
  return { rule: 'G-02', description: '边界自相交，成蝴蝶结形', layer, feature, object, place };
}

function openRing(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [[boxRing(x, y, 100)]]);
  draft.stored.push({ kind: 'open-ring', layer, feature });
  return { rule: 'G-02', description: '环没有闭合', layer, feature, object, place };
}

function wrongWay(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [[reversed(boxRing(x, y, 100))]]);
  return { rule: 'G-02', description: '环的方向与图层其余的环相反', layer, feature, object, place };
}

function twoParts(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [
    [boxRing(x, y, 100)],
    [boxRing(x + 200, y, 100)],
  ]);
  return { rule: 'G-03', description: '一个要素有两个部件', layer, feature, object, place };
}

function repeatedPoint(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [
    [ringThrough([x, y], [x + 100, y], [x + 100, y + 100], [x, y + 100], [x, y + 100])],
  ]);
  return { rule: 'G-04', description: '相邻两个顶点重合', layer, feature, object, place };
}

/** 5°: 400 m long, 35 m wide at its end. */
function sharpCorner(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [
    [ringThrough([x, y], [x + 400, y], [x + 400, y + 35])],
  ]);
  return { rule: 'G-05', description: '有一个约 5° 的尖锐角', layer, feature, object, place };
}

function tiny(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [[boxRing(x, y, 10)]]);
  return { rule: 'G-06', description: '面积只有 100 m²', layer, feature, object, place };
}

function narrow(draft: Draft): DataFault {
  const { layer, feature, place, object } = draft.plant((x, y) => [[boxRing(x, y, 1200, 0.45)]]);
  return { rule: 'G-07', description: '长 1,200 m，宽 0.45 m', layer, feature, object, place };
}

function drawnTwice(draft: Draft): DataFault {
  const first = draft.plant((x, y) => [[boxRing(x, y, 100)]]);
  const { layer, place, object } = first;
  const feature = layer.add(
    first.feature,
    first.feature.polygons.map((rings) => rings.map((ring) => [...ring])),
    draft.bsm(),
  );
  return { rule: 'G-08', description: '同一图形画了两次', layer, feature, object, place };
}

export const geometryFaults: readonly ((draft: Draft) => DataFault)[] = [
  wrongZone,
  outsideTheCounty,
  notFinite,
  heights,
  curve,
  emptyGeometry,
  bowTie,
  openRing,
  wrongWay,
  twoParts,
  repeatedPoint,
  sharpCorner,
  tiny,
  narrow,
  drawnTwice,
];
