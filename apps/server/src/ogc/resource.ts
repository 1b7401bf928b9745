import { type Html, html } from '@tuheng/dossier';
import type { FastifyReply } from 'fastify';
import { htmlPage } from '../http/html-page.ts';
import type { Form } from './form.ts';
import { type Link, mediaTypes } from './link.ts';

/** Answers a resource in the form that was asked for. */
export function sendResource(
  reply: FastifyReply,
  form: Form,
  document: object,
  page: { readonly title: string; readonly content: Html; readonly jsonType?: string },
): FastifyReply {
  if (form === 'html') return htmlPage(reply, page.title, page.content);
  // Bytes: of a text Fastify rewrites the type, and clients that compare it do not know it any more.
  return reply.type(page.jsonType ?? mediaTypes.json).send(Buffer.from(JSON.stringify(document)));
}

/** Where a page stands, and the same as JSON. */
export function trail(
  base: string,
  steps: readonly (readonly [path: string, title: string])[],
  json: string,
): Html {
  return html`<nav><a href="${base}?f=html">OGC API</a>${steps.map(
    ([path, title]) => html` <a href="${base}${path}?f=html">${title}</a>`,
  )} <a href="${json}">JSON</a></nav>`;
}

export function linkTable(links: readonly Link[]): Html {
  return html`<table><thead><tr><th>链接</th><th>关系</th><th>类型</th></tr></thead><tbody>${links.map(
    ({ href, rel, type, title, templated }) =>
      html`<tr><td>${templated ? html`${title} <code>${href}</code>` : html`<a href="${href}">${title}</a>`}</td><td><code>${rel}</code></td><td><code>${type}</code></td></tr>`,
  )}</tbody></table>`;
}
