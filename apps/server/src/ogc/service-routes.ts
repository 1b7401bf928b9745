import { html } from '@tuheng/dossier';
import type { FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { baseOf } from './address.ts';
import { type Form, formOf, onlyForm } from './form.ts';
import { type Link, mediaTypes, selfLinks } from './link.ts';
import { ogcDocument } from './openapi/ogc-document.ts';
import { Parameters } from './parameters.ts';
import { parts } from './parts.ts';
import { linkTable, sendResource, trail } from './resource.ts';

const open = { config: { access: 'anyone' }, schema: { hide: true } } as const;
const title = '图衡 OGC API';
const description =
  '县级国土空间总体规划的成果数据。每个规划的每个图层是一个数据集；可以读取的数据集取决于账号的授权。';

/** The landing page, the standards, and the description of the service: the same for anyone. */
export function serviceRoutes(app: App): void {
  for (const path of ['/ogc', '/ogc/'])
    app.get(path, open, (request, reply) => {
      const form = onlyForm(request, mediaTypes.json);
      const base = baseOf(request);
      const links = landingLinks(base, form);
      return sendResource(
        reply,
        form,
        { title, description, links },
        {
          title,
          content: html`<p>${description}</p>${linkTable(links)}`,
        },
      );
    });
  app.get('/ogc/conformance', open, (request, reply) => {
    const form = onlyForm(request, mediaTypes.json);
    const conformsTo = parts.flatMap(({ conformance }) => conformance);
    const base = baseOf(request);
    return sendResource(
      reply,
      form,
      { conformsTo },
      {
        title: '符合的标准',
        content: html`${trail(base, [], `${base}/conformance?f=json`)}<ul>${conformsTo.map(
          (uri) => html`<li><code>${uri}</code></li>`,
        )}</ul>`,
      },
    );
  });
  app.get('/ogc/api', open, (request, reply) => {
    const parameters = new Parameters(request.query);
    const older = isOlderWanted(request);
    const form = formOf(request, parameters, [mediaTypes.json, 'application/vnd.oai.openapi+json']);
    parameters.refuseOthers();
    const base = baseOf(request);
    const document = ogcDocument(older ? '3.0.3' : '3.1.0', base);
    return sendResource(reply, form, document, {
      title: '接口说明',
      content: documentPage(document, base),
      jsonType: older ? mediaTypes.openapi30 : mediaTypes.openapi31,
    });
  });
}

function landingLinks(base: string, form: Form): Link[] {
  return [
    ...selfLinks({ href: (f) => `${base}?f=${f}`, form }),
    {
      href: `${base}/api?f=json`,
      rel: 'service-desc',
      type: mediaTypes.openapi31,
      title: '接口说明（OpenAPI）',
    },
    { href: `${base}/api?f=html`, rel: 'service-doc', type: mediaTypes.html, title: '接口说明（网页）' },
    { href: `${base}/conformance?f=json`, rel: 'conformance', type: mediaTypes.json, title: '符合的标准' },
    ...parts.flatMap(({ links }) => links(base)),
  ];
}

/** Clients of OpenAPI 3.0 say so, as GDAL does. */
function isOlderWanted({ headers: { accept = '' } }: FastifyRequest): boolean {
  return /openapi\+json\s*;\s*version="?3\.0/i.test(accept);
}

function documentPage({ paths, components }: ReturnType<typeof ogcDocument>, base: string) {
  const rows = Object.entries(paths).map(([path, { get }]) => {
    const own = get.parameters.map(({ $ref }) => components.parameters[$ref.split('/').at(-1)!]!);
    return html`<h2>${get.summary}</h2><p><code>GET ${base}${path === '/' ? '' : path}</code></p>
      <table><tbody>${own.map(
        (one) => html`<tr><th><code>${one.name}</code></th><td>${one.description}</td></tr>`,
      )}</tbody></table>`;
  });
  return html`${trail(base, [], `${base}/api?f=json`)}
    <p>程序用管理员签发的令牌：<code>Authorization: Bearer tuheng_…</code>；只支持 Basic 的 GIS 软件以令牌为密码，用户名任意。</p>${rows}`;
}
