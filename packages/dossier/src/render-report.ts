import type { Review } from '@tuheng/maintenance';
import { count } from './format.ts';
import { Html, html, jsonScript } from './html.ts';
import { decodeLayer } from './page/decode.ts';
import { createMap } from './page/map.ts';
import { startPage } from './page/start.ts';
import type { ReportMap } from './report-map.ts';
import { buildScene, shownChanges } from './scene.ts';
import { changeTable, conflictTable, inputTables, matrixTables, pieceTable } from './sections/tables.ts';
import { evidenceFacts, verdictPanel } from './sections/verdicts.ts';
import { style } from './style.ts';

/**
 * The report of a review as one HTML page that needs no network: verdicts with what blocks on top, tables, and the map with
 * every change and piece of evidence. Pure: the same review and map give the same text.
 */
export function renderReport(review: Review, map: ReportMap): string {
  const scene = buildScene(review, map);
  const changes = shownChanges(map);
  const [filed, maintained] = review.inputs;
  const page = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>维护审查 ${maintained?.name ?? ''}</title><style>${new Html(style)}</style></head>
<body>
<canvas id="map" tabindex="0" aria-label="变更与证据地图"></canvas>
<div id="top">
  <div id="title" class="panel"><h1>规划动态维护审查</h1><small>${filed?.name ?? ''} → ${maintained?.name ?? ''}</small></div>
  ${review.invented && html`<div class="invented" role="note">演示数据：虚构的县，不是真实规划</div>`}
  <div id="tools" class="panel">${layerButtons(map)}${sideButtons()}</div>
</div>
${verdictPanel(review)}
<aside id="card" class="panel" aria-label="图块" aria-live="polite" hidden></aside>
<div id="controls" class="panel"><button id="zoom-in" type="button" aria-label="放大">＋</button><button id="zoom-out" type="button" aria-label="缩小">－</button><button id="zoom-full" type="button" aria-label="全图" title="全图（f）">⤢</button></div>
<div id="status"><div id="pointer"></div><div id="scale"><span></span><i></i></div>${scene.omitted}</div>
<section id="drawer" class="panel">
  <nav role="tablist" aria-label="表格">${tab('changes', '图层变更')}${tab('pieces', '变更地块')}${tab('matrix', '用途转换与重叠')}${tab('inputs', '输入与容差')}<span class="sum">${summary(review)}</span></nav>
  <div class="tabs">
    ${panel('changes', changeTable(review))}
    ${panel('pieces', pieceTable(changes, map.changes.length))}
    ${panel('matrix', html`${conflictTable(review)}${matrixTables(review)}`)}
    ${panel('inputs', html`${inputTables(review)}`)}
  </div>
</section>
${jsonScript('scene', scene)}${jsonScript('facts', evidenceFacts(review))}
<script>${new Html(script())}</script>
</body></html>
`;
  return page.text;
}

/** The page's script: the source text of its functions, started. Nothing of it refers to anything outside itself. */
function script(): string {
  const source = `(${startPage.toString()})(${decodeLayer.toString()},${createMap.toString()});`;
  return source.replace(/<\/script/gi, '<\\/script');
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

function tab(name: string, title: string): Html {
  return html`<button type="button" role="tab" id="open-${name}" data-tab="${name}" aria-selected="false" aria-controls="tab-${name}">${title}</button>`;
}

function panel(name: string, content: Html): Html {
  return html`<div role="tabpanel" id="tab-${name}" aria-labelledby="open-${name}" hidden>${content}</div>`;
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
