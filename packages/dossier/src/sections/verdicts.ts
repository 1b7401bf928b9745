import { chapterTitles, type Review, type Verdict } from '@tuheng/maintenance';
import { areaText, figures } from '../format.ts';
import { type Html, html } from '../html.ts';
import { shownEvidence } from '../scene.ts';
import { sideWords, statusOrder, statusWords } from '../words.ts';
import { hasExhibits } from './chapters.ts';
import { dataQualityNotice, doubtsOf } from './data-quality.ts';
import { basisItem, parameterItem } from './provenance.ts';

/** The verdicts in working order with their place in the review. */
function worked(review: Review): { readonly verdict: Verdict; readonly index: number }[] {
  const all = review.verdicts.map((verdict, index) => ({ verdict, index }));
  return statusOrder.flatMap((status) => all.filter(({ verdict }) => verdict.status === status));
}

/** Chips that count and filter, and the list a reviewer works down. */
export function verdictPanel(review: Review): Html {
  const chips = statusOrder
    .map((status) => ({ status, n: review.verdicts.filter((verdict) => verdict.status === status).length }))
    .filter(({ n }) => n > 0)
    .map(
      ({ status, n }) => html`<button class="chip" type="button" data-status="${status}" aria-pressed="true">
        <i class="sign ${status}" aria-hidden="true">${statusWords[status].sign}</i>${statusWords[status].word} <b>${n}</b></button>`,
    );
  return html`<section id="verdicts" class="panel desk" aria-label="判定">
    ${dataQualityNotice(review)}
    <header class="chips">${chips}${chapterChoice(review)}</header>
    <div class="list">${worked(review).map(({ verdict, index }) => verdictRow(verdict, index, doubtsOf(verdict, review)))}</div>
  </section>`;
}

/** The chapters that are in the review, to work down one alone. */
function chapterChoice({ verdicts }: Review): Html {
  const chapters = [...new Set(verdicts.map(({ chapter }) => chapter))];
  return html`<select class="chapters" aria-label="章节"><option value="">全部章节</option>${chapters.map(
    (chapter) =>
      html`<option value="${chapter}">${chapterTitles[chapter]}（${verdicts.filter((verdict) => verdict.chapter === chapter).length}）</option>`,
  )}</select>`;
}

function verdictRow(verdict: Verdict, index: number, doubts: readonly string[]): Html {
  const { before, after, limit } = verdict.measure;
  const { texts, unit } = figures([before, after, limit], verdict.measure.unit);
  const { word, sign } = statusWords[verdict.status];
  return html`<article class="entry verdict" data-verdict="${index}" data-status="${verdict.status}" data-chapter="${verdict.chapter}">
    <button class="head" type="button" aria-expanded="false">
      <i class="sign ${verdict.status}" title="${word}"><span aria-hidden="true">${sign}</span><span class="hidden">${word}</span></i>
      <span class="title">${verdict.title}</span>
      <span class="figures">${texts[0]} → <b>${texts[1]}</b></span>
      <span class="where">${chapterTitles[verdict.chapter]} · <span class="rule">${verdict.rule}</span></span>
      <span class="unit">${limit === null ? '' : `限值 ${texts[2]} `}${unit}</span>
    </button>
    <div class="body">
      <p class="explanation">${verdict.explanation}</p>
      ${verdict.reasons.length > 0 && html`<ul class="reasons">${verdict.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
      ${doubts.length > 0 && html`<ul class="reasons">${doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>`}
      ${evidenceChips(verdict, index)}
      ${hasExhibits(verdict) && html`<button type="button" class="exhibits" data-exhibit="exhibit-${verdict.rule}">查看附表${verdict.pictures.length > 0 && '和附图'}</button>`}
      ${details(verdict)}
      <h4>依据</h4><ul class="basis">${verdict.basis.map(basisItem)}</ul>
      ${verdict.parameters.length > 0 && html`<h4>参数</h4><ul class="basis">${verdict.parameters.map(parameterItem)}</ul>`}
    </div>
  </article>`;
}

function evidenceChips(verdict: Verdict, index: number): Html | false {
  const shown = shownEvidence(verdict.evidence);
  if (shown.length === 0) return false;
  return html`<div class="pieces" role="group" aria-label="证据图块">
    ${shown.map(
      (piece, k) => html`<button type="button" class="piece" data-verdict="${index}" data-piece="${k}"
        title="${piece.label} ${areaText(piece.area)}">${k + 1}</button>`,
    )}
    <button type="button" class="all" data-verdict="${index}">全部显示</button>
    ${verdict.evidence.length > shown.length && html`<p class="more">其余 ${verdict.evidence.length - shown.length} 处见 review.json</p>`}
  </div>`;
}

function details(verdict: Verdict): Html | false {
  if (verdict.details.length === 0) return false;
  return html`<table class="details"><thead><tr><th>分项</th><th>备案</th><th>维护后</th><th>限值</th><th></th></tr></thead><tbody>
    ${verdict.details.map(({ label, measure }) => {
      const { texts, unit } = figures([measure.before, measure.after, measure.limit], measure.unit);
      return html`<tr><td>${label}</td>${texts.map((text) => html`<td class="n">${text}</td>`)}<td class="u">${unit}</td></tr>`;
    })}
  </tbody></table>`;
}

/** What the card at the right tells of each piece, by verdict and piece. */
export function evidenceFacts(review: Review): unknown[] {
  return review.verdicts.map((verdict) => ({
    title: verdict.title,
    pieces: shownEvidence(verdict.evidence).map(({ label, layer, bsm, side, area, planeArea }) => [
      label,
      layer,
      bsm ?? '',
      sideWords[side],
      area,
      planeArea,
    ]),
  }));
}
