import type { LayerReview, PieceFigures, Review } from '@tuheng/maintenance';
import { layerSpec } from '@tuheng/standard';
import { className } from '../class-look.ts';
import { areaText, count, hectares, mu, squareMetres } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { MapChange } from '../report-map.ts';
import { changeWords, roleWords } from '../words.ts';
import { flowSection } from './flow-section.ts';
import { toleranceTable } from './tolerance.ts';

/** An area in ha over 亩, the m² in the tooltip. */
function areaCell(area: number): Html {
  return html`<td class="n" title="${squareMetres(area)}">${hectares(area)}<small>${mu(area)} 亩</small></td>`;
}

const layerTitle = (code: string): string => layerSpec(code)?.title ?? code;

export function changeTable(review: Review): Html {
  return html`<table class="wide"><caption>各图层变更（公顷，下行为亩；椭球面积）</caption><thead><tr>
      <th>图层</th><th>方式</th><th class="n">备案</th><th class="n">维护后</th><th class="n">调入</th><th class="n">调出</th>
      <th class="n">属性变更</th><th class="n">数据噪声</th><th class="n">未变图斑</th><th class="n">守恒残差</th></tr></thead>
    <tbody>${Object.entries(review.layers).map(([code, layer]) => layerRow(code, layer))}</tbody></table>`;
}

function layerRow(code: string, layer: LayerReview): Html {
  const pieces = (figures: PieceFigures): Html =>
    figures.pieces === 0
      ? html`<td class="n dim">0</td>`
      : html`<td class="n" title="${squareMetres(figures.area)}，平面 ${squareMetres(figures.planeArea)}">${hectares(figures.area)}<small>${mu(figures.area)} 亩 · ${count(figures.pieces)} 块</small></td>`;
  const { residual, ellipsoidResidual, allowed, holds } = layer.conservation;
  return html`<tr><th scope="row">${layer.title}<small>${code}</small></th><td>${layer.mode === 'transfer' ? '调入/调出' : '属性变更'}</td>
    ${areaCell(layer.filed.area)}${areaCell(layer.maintained.area)}
    ${pieces(layer.change.transferIn)}${pieces(layer.change.transferOut)}${pieces(layer.change.reclassified)}${pieces(layer.noise)}
    <td class="n">${count(layer.unchanged.features)}<small>共 ${count(layer.filed.features)}</small></td>
    <td class="n" title="椭球面积残差 ${squareMetres(ellipsoidResidual)}">${squareMetres(residual)}<small class="${holds ? 'ok' : 'bad'}">${holds ? '守恒' : `不守恒，容许 ${squareMetres(allowed)}`}</small></td></tr>`;
}

export function matrixTables(review: Review): Html[] {
  return Object.entries(review.layers)
    .filter(([, layer]) => layer.change.reclassified.matrix.length > 0)
    .map(
      ([
        code,
        layer,
      ]) => html`<div class="matrix">${flowSection(code, layer.title, layer.change.reclassified.matrix)}<table><caption>${layer.title} 用途转换</caption>
        <thead><tr><th>由</th><th>变为</th><th class="n">块数</th><th class="n">公顷</th><th class="n">亩</th></tr></thead>
        <tbody>${layer.change.reclassified.matrix.map(
          ({
            from,
            to,
            pieces,
            area,
          }) => html`<tr><td>${className(code, from)}</td><td>${className(code, to)}</td>
            <td class="n">${count(pieces)}</td><td class="n" title="${squareMetres(area)}">${hectares(area)}</td><td class="n">${mu(area)}</td></tr>`,
        )}</tbody></table></div>`,
    );
}

export function conflictTable(review: Review): Html | false {
  if (review.conflicts.length === 0) return false;
  return html`<table><caption>控制线重叠（含小于容差的缝隙）</caption><thead><tr><th>控制线</th><th class="n">备案</th><th class="n">维护后</th><th class="n">其中缝隙</th></tr></thead>
    <tbody>${review.conflicts.map(
      ({ a, b, filed, maintained }) => html`<tr><td>${layerTitle(a)} ∩ ${layerTitle(b)}</td>
        <td class="n">${areaText(filed.area)}<small>${count(filed.pieces)} 处</small></td>
        <td class="n">${areaText(maintained.area)}<small>${count(maintained.pieces)} 处</small></td>
        <td class="n">${areaText(maintained.noise.area)}<small>${count(maintained.noise.pieces)} 处</small></td></tr>`,
    )}</tbody></table>`;
}

/** The change pieces shown, largest first; a row flies to its piece. */
export function pieceTable(changes: readonly MapChange[], all: number): Html {
  return html`<table class="pieces-table"><caption>变更地块（由大到小${all > changes.length ? `，前 ${changes.length} 块，共 ${all} 块` : `，共 ${all} 块`}）</caption>
    <thead><tr><th>维护编号</th><th>图层</th><th>类型</th><th>由 → 变为</th><th class="n">公顷</th><th class="n">亩</th><th class="n">m²</th></tr></thead>
    <tbody>${changes.map(
      (
        change,
        k,
      ) => html`<tr tabindex="0" data-change="${k}"><td>${change.number}</td><td>${layerTitle(change.layer)}</td><td>${changeWords[change.type]}</td>
        <td>${change.from === null ? '' : `${className(change.layer, change.from)} → ${className(change.layer, change.to ?? '')}`}</td>
        <td class="n">${hectares(change.area)}</td><td class="n">${mu(change.area)}</td><td class="n">${squareMetres(change.area).replace(' m²', '')}</td></tr>`,
    )}</tbody></table>`;
}

export function inputTables(review: Review): Html[] {
  return [
    html`<table><caption>输入</caption><thead><tr><th>用作</th><th>名称</th><th>格式</th><th>坐标系</th><th>图层（要素数）</th><th>SHA-256</th></tr></thead>
      <tbody>${review.inputs.map(
        (
          input,
        ) => html`<tr><td>${roleWords[input.role]}</td><td>${input.name}</td><td>${input.format}</td><td>${input.epsg ? `EPSG:${input.epsg}` : ''}</td>
          <td>${input.layers.map(({ code, features }) => `${code} ${count(features)}`).join('，')}</td><td class="hash">${input.digest}</td></tr>`,
      )}</tbody></table>`,
    noteTable(review),
    toleranceTable(review.tolerance),
    html`<p class="seal">审查编号 <span class="hash">${review.id}</span><br>规则库 ${review.ruleBook.version}，${review.ruleBook.profiles.join(' → ')} <span class="hash">${review.ruleBook.digest}</span><br>
      椭球面积按 ${review.crs.name}（EPSG:${review.crs.epsg}）的规定路径计算</p>`,
  ];
}

function noteTable({ notes }: Review): Html {
  if (notes.length === 0) return html`<p class="none">读取与处理：数据按原样使用，没有需要说明的处理。</p>`;
  return html`<table><caption>读取与处理说明</caption><thead><tr><th>数据</th><th>图层</th><th>说明</th><th>代码</th></tr></thead>
    <tbody>${notes.map(
      (note) =>
        html`<tr><td>${note.input ? roleWords[note.input] : ''}</td><td>${note.layer ?? ''}</td><td>${note.message}</td><td class="hash">${note.code}</td></tr>`,
    )}</tbody></table>`;
}
