import { type Tolerance, toleranceProvenance } from '@tuheng/standard';
import { type Html, html } from '../html.ts';
import { confidenceMark } from './provenance.ts';

const toleranceWords: Readonly<Record<keyof Tolerance, readonly [string, string]>> = {
  grid: ['叠加计算网格', 'm'],
  snap: ['同点距离', 'm'],
  sliverWidth: ['噪声：平均宽度小于', 'm'],
  sliverArea: ['噪声：面积小于', 'm²'],
  overlapArea: ['重叠不计：面积不超过', 'm²'],
  areaPerFeature: ['面积合计容差，每图斑', 'm²'],
  areaPerMetre: ['面积取舍误差，每米边界', 'm²'],
};

/** The tolerances of a run, each with its source. */
export function toleranceTable(tolerance: Tolerance): Html {
  return html`<table><caption>容差</caption><thead><tr><th>项目</th><th class="n">值</th><th></th><th>来源</th></tr></thead>
    <tbody>${(Object.keys(toleranceWords) as (keyof Tolerance)[]).map((key) => {
      const provenance = toleranceProvenance[key];
      return html`<tr><td>${toleranceWords[key][0]}</td><td class="n">${tolerance[key]}</td><td class="u">${toleranceWords[key][1]}</td>
        <td>${provenance.source} ${confidenceMark(provenance)}</td></tr>`;
    })}</tbody></table>`;
}
