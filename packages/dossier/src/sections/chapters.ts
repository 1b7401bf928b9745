import { chapterTitles, type Review, type Verdict, type VerdictTable } from '@tuheng/maintenance';
import { figures } from '../format.ts';
import { type Html, html } from '../html.ts';
import { statusWords } from '../words.ts';
import { groundPicture } from './ground-pictures.ts';

/** Whether a verdict has something to show in the tab of chapters. */
export const hasExhibits = ({ tables, pictures }: Verdict): boolean => tables.length + pictures.length > 0;

/** Tables and pictures of the verdicts, chapter by chapter: what an opinion quotes. */
export function chapterSections({ verdicts }: Review): Html {
  const chapters = (Object.keys(chapterTitles) as (keyof typeof chapterTitles)[])
    .map((chapter) => ({
      title: chapterTitles[chapter],
      shown: verdicts.filter((verdict) => verdict.chapter === chapter && hasExhibits(verdict)),
    }))
    .filter(({ shown }) => shown.length > 0);
  return html`${chapters.map(
    ({ title, shown }) => html`<section class="chapter"><h2>${title}</h2>${shown.map(exhibits)}</section>`,
  )}`;
}

function exhibits(verdict: Verdict): Html {
  const { word, sign } = statusWords[verdict.status];
  return html`<article class="exhibit" id="exhibit-${verdict.rule}"><h3><i class="sign ${verdict.status}" title="${word}"><span aria-hidden="true">${sign}</span><span class="hidden">${word}</span></i>${verdict.title}</h3>
    <p>${verdict.explanation}</p>
    ${verdict.pictures.map(groundPicture)}
    ${verdict.tables.map(exhibitTable)}</article>`;
}

/** A table of a verdict: every column in one unit, areas in hectares. */
function exhibitTable({ title, columns, rows, note }: VerdictTable): Html {
  const texts = columns.map(({ unit }, k) =>
    unit === ''
      ? undefined
      : figures(
          rows.map((row) => numberOf(row[k] ?? null)),
          unit,
        ),
  );
  return html`<table><caption>${title}</caption><thead><tr>${columns.map((column, k) =>
    texts[k]
      ? html`<th class="n">${column.title}<small>${texts[k].unit}</small></th>`
      : html`<th>${column.title}</th>`,
  )}</tr></thead>
    <tbody>${rows.map(
      (row, r) =>
        html`<tr>${columns.map((_, k) => {
          const cell = row[k] ?? null;
          return texts[k] && typeof cell !== 'string'
            ? html`<td class="n">${cell === null ? '' : texts[k].texts[r]}</td>`
            : html`<td>${cell}</td>`;
        })}</tr>`,
    )}</tbody></table>${note !== '' && html`<p class="dim">${note}</p>`}`;
}

const numberOf = (cell: string | number | null): number | null => (typeof cell === 'number' ? cell : null);
