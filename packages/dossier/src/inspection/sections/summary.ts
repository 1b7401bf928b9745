import type { Inspection, RuleResult, Summary } from '@tuheng/inspection';
import { isVerified } from '@tuheng/standard';
import { count } from '../../format.ts';
import { type Html, html } from '../../html.ts';

/** Obstacles in sight; the rest unfolds. */
const IN_SIGHT = 3;

/** May it be submitted, why not, the mark, and how each category stands. */
export function summarySection({ summary, rules }: Inspection): Html {
  const { maySubmit, obstacles } = summary;
  return html`<header class="summary">
    <div class="decision ${maySubmit ? 'yes' : 'no'}">
      <i class="sign ${maySubmit ? 'passed' : 'error'}" aria-hidden="true">${maySubmit ? '✓' : '✕'}</i>
      <h2>${maySubmit ? '可以提交' : '不能提交'}</h2>${markText(summary)}
    </div>
    ${
      obstacles.length > 0 &&
      html`<ul class="obstacles" aria-label="障碍">${obstacles.slice(0, IN_SIGHT).map((text) => obstacle(text, rules))}</ul>
      ${
        obstacles.length > IN_SIGHT &&
        html`<details class="obstacles-more"><summary>另有 ${obstacles.length - IN_SIGHT} 项</summary>
          <ul class="obstacles">${obstacles.slice(IN_SIGHT).map((text) => obstacle(text, rules))}</ul></details>`
      }`
    }
    ${categoryTable(summary)}
  </header>`;
}

function markText({ mark, deductions }: Summary): Html {
  const unsure = !isVerified(deductions);
  const cost = `每条不通过的规则扣一次：错误 ${deductions.error}、警告 ${deductions.warning}、提示 ${deductions.info}。${deductions.source}`;
  return html`<span class="mark" title="${cost}">得分 <b>${count(mark)}</b>${unsure && html` <span class="unsure">权重未核实</span>`}</span>`;
}

/** An obstacle that begins with the number of a rule opens it. */
function obstacle(text: string, rules: readonly RuleResult[]): Html {
  const rule = rules.find(({ rule: id }) => text.startsWith(`${id} `))?.rule;
  return html`<li>${rule === undefined ? text : html`<button type="button" data-open="${rule}">${text}</button>`}</li>`;
}

function categoryTable({ categories }: Summary): Html {
  const cell = (n: number, kind: string): Html => html`<td class="n ${n === 0 ? 'dim' : kind}">${n}</td>`;
  return html`<table class="categories"><thead><tr><th>类别</th><th class="n">通过</th><th class="n">不通过</th><th class="n">未执行</th><th class="n">问题</th><th class="n">得分</th></tr></thead>
    <tbody>${categories.map(
      ({ category, title, passed, failed, notRun, findings, mark }) => html`<tr>
        <th scope="row"><button type="button" class="category" data-category="${category}" aria-pressed="false" title="只看这一类">${title}</button></th>
        ${cell(passed, '')}${cell(failed, 'bad')}${cell(notRun, '')}<td class="n ${findings === 0 ? 'dim' : ''}">${count(findings)}</td><td class="n">${mark === null ? html`<span class="dim">—</span>` : html`<b>${count(mark)}</b>`}</td></tr>`,
    )}</tbody></table>`;
}
