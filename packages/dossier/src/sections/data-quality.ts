import type { DataQuality, Review, Verdict } from '@tuheng/maintenance';
import { count } from '../format.ts';
import { type Html, html } from '../html.ts';
import { roleWords } from '../words.ts';

/**
 * What the data of the inputs do to the trustworthiness of the verdicts: on top of the report, folded, open for a click. Nothing where the
 * inspection found nothing that matters to a figure.
 */
export function dataQualityNotice({ dataQuality, verdicts }: Review): Html | false {
  const doubtful = dataQuality.filter(({ doubts }) => doubts.length > 0);
  if (doubtful.length === 0) return false;
  const weakened = new Set(doubtful.flatMap(({ doubts }) => doubts.flatMap((doubt) => doubt.verdicts)));
  const title = (id: string): string => verdicts.find(({ rule }) => rule === id)?.title ?? id;
  return html`<details class="trust"><summary><i class="sign undetermined" aria-hidden="true">!</i>
    <b>数据问题影响 ${weakened.size} 条判定的可信度</b></summary>
    ${doubtful.map(
      (quality) =>
        html`<h4>${heading(quality)}</h4><ul>${quality.doubts.map(
          ({ layer, message, verdicts: resting }) =>
            html`<li><b>${layer}</b> ${message}${resting.length > 0 && html`<small>涉及：${resting.map(title).join('、')}</small>`}</li>`,
        )}</ul>`,
    )}<p>判定照算；引用其数字前先改正这些问题（tuheng inspect）。</p></details>`;
}

function heading({ input, errors, warnings, mark }: DataQuality): string {
  return `${roleWords[input]}：错误 ${count(errors)}，警告 ${count(warnings)}，得分 ${mark}（权重未核实）`;
}

/** What weakens one verdict, in a sentence for each layer concerned; of both inputs. */
export function doubtsOf(verdict: Verdict, { dataQuality }: Review): string[] {
  return dataQuality.flatMap(({ input, doubts }) =>
    doubts
      .filter(({ verdicts }) => verdicts.includes(verdict.rule))
      .map(({ layer, message }) => `数据存疑（${roleWords[input]} ${layer}）：${message}`),
  );
}
