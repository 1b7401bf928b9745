import type { Review } from '@tuheng/maintenance';
import { count } from './format.ts';
import { type Html, html } from './html.ts';
import { decodeLayer } from './page/decode.ts';
import { furnish } from './page/furniture.ts';
import { createMap } from './page/map.ts';
import { createReviewPainter } from './page/paint-review.ts';
import { readSteps } from './page/read-steps.ts';
import { startReview } from './page/start-review.ts';
import { renderPage, scriptOf } from './page-shell.ts';
import type { ReportMap } from './report-map.ts';
import { buildScene, shownChanges } from './scene.ts';
import { chapterSections } from './sections/chapters.ts';
import { changeTable, conflictTable, inputTables, matrixTables, pieceTable } from './sections/tables.ts';
import { evidenceFacts, verdictPanel } from './sections/verdicts.ts';
import { reviewStyle } from './style/review.ts';

/**
 * The report of a review as one HTML page that needs no network: verdicts with what blocks on top, tables, and the map with
 * every change and piece of evidence. Pure: the same review and map give the same text.
 */
export function renderReport(review: Review, map: ReportMap): string {
  const scene = buildScene(review, map);
  const changes = shownChanges(map);
  const [filed, maintained] = review.inputs;
  return renderPage({
    title: `维护审查 ${maintained?.name ?? ''}`,
    heading: '规划动态维护审查',
    subheading: `${filed?.name ?? ''} → ${maintained?.name ?? ''}`,
    mapLabel: '变更与证据地图',
    cardLabel: '图块',
    invented: review.invented,
    tools: [layerButtons(map), sideButtons()],
    desk: verdictPanel(review),
    tabs: [
      { name: 'chapters', title: '分章附表', content: chapterSections(review) },
      { name: 'changes', title: '图层变更', content: changeTable(review) },
      { name: 'pieces', title: '变更地块', content: pieceTable(changes, map.changes.length) },
      {
        name: 'matrix',
        title: '用途转换与重叠',
        content: html`${conflictTable(review)}${matrixTables(review)}`,
      },
      { name: 'inputs', title: '输入与容差', content: html`${inputTables(review)}` },
    ],
    sum: summary(review),
    omitted: scene.omitted,
    style: reviewStyle,
    data: { scene, facts: evidenceFacts(review) },
    script: scriptOf(startReview, { readSteps, decodeLayer, furnish, createMap, createReviewPainter }),
  });
}

function layerButtons(map: ReportMap): Html {
  const signs: Readonly<Record<string, string>> = {
    CZKFBJ: '#c2185b',
    STBHHX: '#15803d',
    YJJBNTBHTB: '#8a5a12',
  };
  const names: Readonly<Record<string, string>> = { YJJBNTBHTB: '永久基本农田' };
  const codes = [...new Set(map.layers.filter(({ side }) => side !== 'base').map(({ code }) => code))];
  const note = '屏幕显示样式，国家线型符号未核实';
  return html`<div class="layers" role="group" aria-label="图层">
    ${codes.map(
      (code) =>
        html`<button type="button" data-layer="${code}" aria-pressed="true" title="${note}"><i style="border-color:${signs[code] ?? '#444'}"></i>${names[code] ?? map.layers.find((layer) => layer.code === code)!.title}</button>`,
    )}
    <button type="button" data-layer="changes" aria-pressed="true" title="青：调入　橙：调出　紫：属性变更"><i class="box" style="background:linear-gradient(90deg,#0f766e 34%,#ea580c 34% 67%,#6d28d9 67%)"></i>变更</button>
    ${map.layers.some(({ side }) => side === 'base') && html`<button type="button" data-layer="DLTB" aria-pressed="true" title="国家用地用海分类颜色"><i class="box" style="background:#f5f8dc"></i>地类图斑</button>`}
  </div>`;
}

function sideButtons(): Html {
  const sides = [
    ['filed', '备案'],
    ['maintained', '维护后'],
    ['both', '叠加'],
  ] as const;
  return html`<div class="segment" role="group" aria-label="前后对照" title="按 b 键切换">
    ${sides.map(([side, word]) => html`<button type="button" data-side="${side}" aria-pressed="${String(side === 'maintained')}">${word}</button>`)}
  </div>`;
}

/** Pieces are counted over all layers; areas are not summed, since the layers lie on the same ground. */
function summary(review: Review): string {
  const layers = Object.values(review.layers);
  const pieces = layers.map(
    ({ change: { transferIn, transferOut, reclassified } }) =>
      transferIn.pieces + transferOut.pieces + reclassified.pieces,
  );
  const changed = pieces.filter((n) => n > 0).length;
  const held = layers.every((layer) => layer.conservation.holds);
  return `比对 ${layers.length} 个图层　${changed} 个有变更，共 ${count(pieces.reduce((a, b) => a + b, 0))} 块　${held ? '面积守恒' : '有图层面积不守恒'}`;
}
