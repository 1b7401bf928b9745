import type { Inspection } from '@tuheng/inspection';
import { count } from '../format.ts';
import { type Html, html } from '../html.ts';
import { createAddress } from '../page/address.ts';
import { decodeLayer } from '../page/decode.ts';
import { decodePlaces } from '../page/decode-places.ts';
import { createElements } from '../page/elements.ts';
import { createFindingCard } from '../page/finding-card.ts';
import { fillFindingTable } from '../page/finding-table.ts';
import { createFlights } from '../page/fly-to-finding.ts';
import { furnish } from '../page/furniture.ts';
import { createMap } from '../page/map.ts';
import { nearestFinding } from '../page/nearest-finding.ts';
import { createInspectionPainter } from '../page/paint-inspection.ts';
import { readFindings } from '../page/read-findings.ts';
import { readSteps } from '../page/read-steps.ts';
import { wireRuleFilter } from '../page/rule-filter.ts';
import { createRuleList } from '../page/rule-list.ts';
import { startInspection } from '../page/start-inspection.ts';
import { unfoldForPrint } from '../page/unfold-for-print.ts';
import { renderPage, scriptOf } from '../page-shell.ts';
import { inspectionStyle } from '../style/inspection.ts';
import { unbroken } from '../unbroken.ts';
import { findingFacts } from './finding-facts.ts';
import type { InspectionMap } from './inspection-map.ts';
import { buildInspectionScene } from './inspection-scene.ts';
import { PRINTED, ruleChips, ruleList } from './sections/rules.ts';
import { summarySection } from './sections/summary.ts';
import { causeTable, findingTable, inputSection } from './sections/tables.ts';
import { shownFindings } from './shown-findings.ts';

/**
 * The report of an inspection as one HTML page that needs no network: whether it may be submitted and why not, the rules as a list to
 * work down, and the map on which every fault is drawn as it is. Pure: the same inspection and map give the same text.
 */
export function renderInspectionReport(inspection: Inspection, map: InspectionMap): string {
  const shown = shownFindings(inspection);
  const scene = buildInspectionScene(shown.findings, map);
  const name = inspection.inputs.find(({ role }) => role === 'delivery')?.name ?? '';
  return renderPage({
    title: `数据质检 ${name}`,
    heading: '规划数据质检',
    subheading: name,
    mapLabel: '问题地图',
    cardLabel: '问题',
    invented: inspection.invented,
    tools: [layerButtons(map)],
    desk: html`<section id="rules" class="panel desk" aria-label="质检规则"><div class="list">${summarySection(inspection)}${ruleChips(inspection.rules)}
      ${ruleList(shown.rules)}<p id="no-rules" class="none" hidden>没有符合筛选条件的规则。点选上面的状态、级别或类别恢复。</p></div></section>`,
    tabs: [
      { name: 'causes', title: `系统性原因 ${inspection.systematic.length}`, content: causeTable(shown) },
      {
        name: 'findings',
        title: `问题清单 ${count(inspection.findings.length)}`,
        content: findingTable(shown, inspection.findings.length),
      },
      { name: 'inputs', title: '输入与容差', content: inputSection(inspection) },
    ],
    sum: summaryLine(inspection),
    omitted: scene.omitted,
    style: inspectionStyle,
    data: { scene: { ...scene, printed: PRINTED }, facts: findingFacts(shown, map.crs) },
    script: scriptOf(startInspection, {
      unbroken,
      readSteps,
      decodeLayer,
      decodePlaces,
      readFindings,
      furnish,
      createElements,
      createMap,
      createInspectionPainter,
      createFlights,
      nearestFinding,
      createAddress,
      createRuleList,
      wireRuleFilter,
      createFindingCard,
      fillFindingTable,
      unfoldForPrint,
    }),
  });
}

function layerButtons({ layers }: InspectionMap): Html {
  const signs: Readonly<Record<string, string>> = {
    CZKFBJ: '#c2185b',
    STBHHX: '#15803d',
    YJJBNTBHTB: '#8a5a12',
    XZQ: '#475569',
  };
  if (layers.length === 0) return html`<span class="no-layers">没有可以画的图层</span>`;
  return html`<div class="layers" role="group" aria-label="图层">${layers.map(
    ({ code, title, classes }) =>
      html`<button type="button" data-layer="${code}" aria-pressed="true" title="${code}">${
        classes
          ? html`<i class="box" style="background:#f5f8dc"></i>`
          : html`<i style="border-color:${signs[code] ?? '#64748b'}"></i>`
      }${title}</button>`,
  )}</div>`;
}

function summaryLine({ rules, findings, systematic }: Inspection): string {
  const failed = rules.filter(({ status }) => status === 'failed').length;
  return `规则 ${rules.length} 条　不通过 ${failed} 条　问题 ${count(findings.length)} 处　系统性原因 ${systematic.length} 个`;
}
