import { categoryTitles, type InspectionRule, inspectionRules, type RuleResult } from '@tuheng/inspection';
import { count } from '../../format.ts';
import { type Html, html } from '../../html.ts';
import { basisItem, parameterItem } from '../../sections/provenance.ts';
import { unbroken } from '../../unbroken.ts';
import { ruleStatusWords, severityWords } from '../../words.ts';
import { type ShownCause, type ShownRule, weightOf } from '../shown-findings.ts';

/** Chips that count and filter: by status, and by severity. */
export function ruleChips(rules: readonly RuleResult[]): Html {
  const statuses = Object.entries(ruleStatusWords).map(([status, { word, sign }]) => ({
    status,
    word,
    sign,
    n: rules.filter((rule) => rule.status === status).length,
  }));
  const severities = Object.entries(severityWords).map(([severity, { word }]) => ({
    severity,
    word,
    n: rules.filter((rule) => weightOf(rule) === severity).length,
  }));
  return html`<div class="chips" role="group" aria-label="筛选规则">
    <div>${statuses
      .filter(({ n }) => n > 0)
      .map(
        ({
          status,
          word,
          sign,
          n,
        }) => html`<button class="chip" type="button" data-status="${status}" aria-pressed="true">
        <i class="sign ${status === 'failed' ? 'error' : status}" aria-hidden="true">${sign}</i>${word} <b>${n}</b></button>`,
      )}</div>
    <div>${severities
      .filter(({ n }) => n > 0)
      .map(
        ({ severity, word, n }) =>
          html`<button class="chip plain" type="button" data-severity="${severity}" aria-pressed="true"><i class="dot ${severity}" aria-hidden="true"></i>${word} <b>${n}</b></button>`,
      )}</div>
  </div>`;
}

export function ruleList(rules: readonly ShownRule[]): Html[] {
  const book = new Map(inspectionRules.map((rule) => [rule.id, rule] as const));
  return rules.map((shown, index) => ruleEntry(shown, index, book.get(shown.result.rule)));
}

function ruleEntry(shown: ShownRule, index: number, rule: InspectionRule | undefined): Html {
  const { result, causes } = shown;
  const { word, sign } = signOf(result);
  return html`<article class="entry rule-entry" data-rule="${index}" data-id="${result.rule}" data-status="${result.status}" data-severity="${weightOf(result)}" data-category="${result.category}">
    <button class="head" type="button" aria-expanded="false">
      <i class="sign ${signClass(result)}" title="${word}"><span aria-hidden="true">${sign}</span><span class="hidden">${word}</span></i>
      <span class="title">${result.title}</span>
      <span class="figures">${result.findings > 0 ? html`<b>${count(result.findings)}</b> 处` : result.status === 'passed' ? '通过' : '未执行'}</span>
      <span class="rule">${result.rule} · ${categoryTitles[result.category]} · ${severityWords[weightOf(result)].word}</span>
      ${result.reason !== undefined && html`<span class="why">${result.reason}</span>`}
    </button>
    <div class="body">
      ${rule && html`<p class="explanation">${rule.description}</p>`}
      ${result.reason !== undefined && html`<p class="reasons">${result.status === 'notRun' ? '未执行' : '部分未执行'}：${sentence(result.reason)}</p>`}
      ${causes.map(causeBlock)}
      ${findingList(shown)}
      ${subjectList(result)}
      ${result.parameters.length > 0 && html`<h4>参数</h4><ul class="basis">${result.parameters.map(parameterItem)}</ul>`}
      <h4>依据</h4><ul class="basis">${result.basis.map(basisItem)}</ul>
    </div>
  </article>`;
}

const signClass = (result: RuleResult): string =>
  result.status === 'failed' ? weightOf(result) : result.status;

function signOf(result: RuleResult): { word: string; sign: string } {
  const { status } = result;
  const severity = weightOf(result);
  if (status !== 'failed') return ruleStatusWords[status];
  return { word: `不通过（${severityWords[severity].word}）`, sign: severityWords[severity].sign };
}

function causeBlock({ cause, from, count: examples }: ShownCause): Html {
  return html`<section class="cause"><h4>系统性原因 <span>${cause.layer}${cause.attribute === undefined ? '' : ` · ${cause.attribute}`} · ${count(cause.count)} 个要素</span></h4>
    <p>${sentence(cause.message)}</p><p class="advice">${sentence(cause.suggestion)}</p>
    ${examples > 0 && html`<div class="findings">${Array.from({ length: examples }, (_, i) => html`<span data-slot="${from + i}"></span>`)}</div>`}</section>`;
}

/** Filled by the page when the rule is opened or printed. */
function findingList({ from, count: shown, total }: ShownRule): Html | false {
  if (total === 0) return false;
  return html`<h4>问题 <span>${count(total)} 处</span></h4><div class="findings" data-from="${from}" data-count="${shown}"></div>
    ${total > shown && html`<p class="more">这里列出前 ${count(shown)} 处，其余 ${count(total - shown)} 处见 findings.xlsx。</p>`}
    <p class="more printed">${total > PRINTED && `打印前 ${PRINTED} 处，全部见 findings.xlsx。`}</p>`;
}

/** Findings of a rule on paper. */
export const PRINTED = 30;

/** Names of subjects in sight; more of them unfold. */
const MOST_NAMES = 8;

/** Text in which codes of rules and options of commands are not broken over lines. */
function sentence(text: string): (string | Html)[] {
  return text
    .split(unbroken)
    .map((part, k) => (k % 2 === 1 ? html`<span class="whole">${part}</span>` : part));
}

/** What was looked at, where there is more to say than the rule's own status. */
function subjectList({ subjects }: RuleResult): Html | false {
  if (subjects.length === 0) return false;
  const list = (status: RuleResult['status']) => subjects.filter((subject) => subject.status === status);
  const line = (status: RuleResult['status']): Html | false => {
    const names = list(status).map(({ name, findings }) =>
      findings > 0 ? `${name} ${count(findings)}` : name,
    );
    if (names.length === 0) return false;
    const { word, sign } = ruleStatusWords[status];
    const told =
      names.length > MOST_NAMES
        ? html`<details><summary>${word} ${names.length} 个</summary>${names.join('、')}</details>`
        : html`<span>${word}：${names.join('、')}</span>`;
    return html`<li><i class="sign small ${status === 'failed' ? 'error' : status}" aria-hidden="true">${sign}</i>${told}</li>`;
  };
  return html`<h4>检查对象</h4><ul class="subjects">${line('failed')}${line('notRun')}${line('passed')}</ul>`;
}
