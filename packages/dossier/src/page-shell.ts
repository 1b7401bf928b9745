import { Html, html, jsonScript } from './html.ts';
import { baseStyle } from './style/base.ts';

/** A page with a map: what differs from report to report. */
export interface PageParts {
  /** Of the window. */
  readonly title: string;
  readonly heading: string;
  readonly subheading: string;
  /** What the map shows, for those who cannot see it. */
  readonly mapLabel: string;
  readonly cardLabel: string;
  readonly invented: boolean;
  readonly tools: readonly Html[];
  /** The panel at the left. */
  readonly desk: Html;
  readonly tabs: readonly { readonly name: string; readonly title: string; readonly content: Html }[];
  /** At the end of the row of tabs. */
  readonly sum: string;
  /** What was left out of the map, for people; empty when nothing was. */
  readonly omitted: string;
  readonly style: string;
  /** By the id under which the script reads it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly script: string;
}

/** The report as one file: it asks for nothing from anywhere, and its content security policy forbids to. */
export function renderPage(parts: PageParts): string {
  const page = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${parts.title}</title><style>${new Html(baseStyle + parts.style)}</style></head>
<body>
<canvas id="map" tabindex="0" aria-label="${parts.mapLabel}"></canvas>
<div id="top">
  <div id="title" class="panel"><h1>${parts.heading}</h1><small>${parts.subheading}</small></div>
  ${parts.invented && html`<div class="invented" role="note">演示数据：虚构的县，不是真实规划</div>`}
  <div id="tools" class="panel">${parts.tools}</div>
</div>
${parts.desk}
<aside id="card" class="panel" aria-label="${parts.cardLabel}" aria-live="polite" hidden></aside>
<div id="controls" class="panel"><button id="zoom-in" type="button" aria-label="放大">＋</button><button id="zoom-out" type="button" aria-label="缩小">－</button><button id="zoom-full" type="button" aria-label="全图" title="全图（f）">⤢</button></div>
<div id="status"><div id="pointer"></div><div id="scale"><span></span><i></i></div>${parts.omitted}</div>
<section id="drawer" class="panel">
  <nav role="tablist" aria-label="表格">${parts.tabs.map(tabButton)}<span class="sum">${parts.sum}</span></nav>
  <div class="tabs">
    ${parts.tabs.map(tabPanel)}
  </div>
</section>
${Object.entries(parts.data).map(([id, value]) => jsonScript(id, value))}
<script>${new Html(parts.script)}</script>
</body></html>
`;
  return page.text;
}

/**
 * The page's script: the source text of a function, called with the source text of the parts it is given by name. Nothing of them refers to
 * anything outside itself.
 */
export function scriptOf<Parts extends object>(start: (given: Parts) => void, given: Parts): string {
  const parts = Object.entries(given).map(([name, part]) => `${name}:${part}`);
  const source = `(${start.toString()})({${parts.join(',')}});`;
  return source.replace(/<\/script/gi, '<\\/script');
}

function tabButton({ name, title }: PageParts['tabs'][number]): Html {
  return html`<button type="button" role="tab" id="open-${name}" data-tab="${name}" aria-selected="false" aria-controls="tab-${name}">${title}</button>`;
}

function tabPanel({ name, content }: PageParts['tabs'][number]): Html {
  return html`<div role="tabpanel" id="tab-${name}" aria-labelledby="open-${name}" hidden>${content}</div>`;
}
