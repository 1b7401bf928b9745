import type { Inspection, InspectionInput } from '@tuheng/inspection';
import { count } from '../../format.ts';
import { type Html, html } from '../../html.ts';
import { toleranceTable } from '../../sections/tolerance.ts';
import { inspectionRoleWords, severityWords } from '../../words.ts';
import type { ShownFindings } from '../shown-findings.ts';

/** Causes that make a whole layer wrong, each named once. */
export function causeTable({ rules }: ShownFindings): Html {
  const causes = rules.flatMap((rule) => rule.causes);
  if (causes.length === 0) return html`<p class="none">没有系统性原因：没有哪一类错误遍及整个图层。</p>`;
  return html`<table class="wide"><caption>系统性原因（整层同一原因只列一次）</caption><thead><tr><th>规则</th><th>级别</th><th>图层</th><th>字段</th><th class="n">要素数</th><th>原因</th><th>建议</th><th>示例</th></tr></thead>
    <tbody>${causes.map(
      ({
        cause,
        from,
        count: examples,
      }) => html`<tr><td>${cause.rule}</td><td>${severityWords[cause.severity].word}</td><td>${cause.layer}</td><td>${cause.attribute ?? '—'}</td>
        <td class="n">${count(cause.count)}</td><td class="say">${cause.message}<small class="code">${cause.cause}</small></td><td class="say">${cause.suggestion}</td>
        <td class="examples">${Array.from({ length: examples }, (_, i) => html`<button type="button" class="piece" data-finding="${from + i}" title="${cause.examples[i]!.message}">${i + 1}</button>`)}</td></tr>`,
    )}</tbody></table>`;
}

/** The filter of the list and its head; the page fills it. */
export function findingTable({ findings }: ShownFindings, total: number): Html {
  if (findings.length === 0) return html`<p class="none">没有逐条列出的问题。</p>`;
  const layers = [...new Set(findings.map(({ layer }) => layer))].sort();
  return html`<div class="filter"><label>图层 <select id="filter-layer"><option value="">全部</option>${layers.map((layer) => html`<option>${layer}</option>`)}</select></label>
      <label>文字 <input id="filter-text" type="search" placeholder="规则、标识码、字段或说明"></label><span id="filter-count" role="status"></span></div>
    <table id="finding-table" class="wide" data-total="${total}"><thead><tr><th>规则</th><th>级别</th><th>图层</th><th class="n">行号</th><th>标识码</th><th>字段</th><th>说明</th><th class="n">量值</th></tr></thead><tbody></tbody></table>
    <button type="button" id="more-rows" hidden>再显示一些</button>`;
}

export function inputSection(inspection: Inspection): Html {
  const { inputs, ruleBook, tolerance, id } = inspection;
  return html`${inputTable(inputs)}${noteTable(inputs)}${toleranceTable(tolerance)}
    <p class="seal">规则库 ${ruleBook.version}，${ruleBook.profiles.join(' → ')}　<span class="hash">${ruleBook.digest}</span><br>
    质检编号 <span class="hash">${id}</span><br>同样的输入、规则库和容差得到同样的结果和编号。</p>`;
}

function inputTable(inputs: readonly InspectionInput[]): Html {
  return html`<table class="wide"><caption>输入</caption><thead><tr><th>用作</th><th>名称</th><th>数据库与图层（要素数）</th><th>SHA-256</th></tr></thead>
    <tbody>${inputs.map(
      ({
        role,
        name,
        databases,
        digest,
      }) => html`<tr><td>${inspectionRoleWords[role]}</td><td class="name">${name}</td>
        <td class="say">${databases.map(
          (database) =>
            html`<div>${database.name !== name && html`<b>${database.name}</b> `}<span class="u">${database.format}${crsText(database.layers)}</span><br>${
              database.layers.length > 0
                ? database.layers.map(
                    ({ code, features }) => html`<span class="layer">${code} ${count(features)}</span> `,
                  )
                : html`<span class="dim">没有可用的面图层</span>`
            }</div>`,
        )}</td><td class="hash">${digest}</td></tr>`,
    )}</tbody></table>`;
}

function crsText(layers: InspectionInput['databases'][number]['layers']): string {
  const codes = [...new Set(layers.map(({ epsg }) => (epsg === null ? '坐标系不明' : `EPSG:${epsg}`)))];
  return codes.length > 0 ? ` · ${codes.join('、')}` : '';
}

function noteTable(inputs: readonly InspectionInput[]): Html {
  const notes = inputs.flatMap(({ role, databases }) =>
    databases.flatMap((database) =>
      database.notes.map((note) => ({ role, database: database.name, ...note })),
    ),
  );
  if (notes.length === 0) return html`<p class="none">读取：数据按原样使用，没有需要说明的处理。</p>`;
  return html`<table class="wide"><caption>读取说明</caption><thead><tr><th>数据库</th><th>图层</th><th>说明</th><th>代码</th></tr></thead>
    <tbody>${notes.map(({ database, layer, message, code }) => html`<tr><td class="name">${database}</td><td>${layer ?? ''}</td><td class="say">${message}</td><td class="hash">${code}</td></tr>`)}</tbody></table>`;
}
