import { html } from '@tuheng/dossier';
import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { isUnchanged } from '../http/conditional.ts';
import type { Services } from '../services.ts';
import { addressOf, baseOf } from './address.ts';
import { type Collection, collectionDocument } from './collection.ts';
import { findCollection, listCollections } from './collections.ts';
import { type Form, onlyForm } from './form.ts';
import { type Link, mediaTypes, selfLinks } from './link.ts';
import { parts } from './parts.ts';
import { queryablesDocument, queryablesOf } from './queryables.ts';
import { linkTable, sendResource, trail } from './resource.ts';

/** Collections hold only what the caller may read: by SQL where they are listed, and else as if there were none. */
export const collectionAccess = { verb: 'plan.read', on: 'some' } as const;
export const CollectionId = Type.String({ maxLength: 128 });

const options = { config: { access: collectionAccess }, schema: { hide: true } } as const;
const ofOne = {
  ...options,
  schema: { hide: true, params: Type.Object({ collectionId: CollectionId }) },
} as const;

/** The collections, one of them, and what it can be filtered by. */
export function collectionRoutes(app: App, services: Services): void {
  app.get('/ogc/collections', options, async (request, reply) => {
    const form = onlyForm(request, mediaTypes.json);
    const base = baseOf(request);
    const collections = await listCollections(services, callerOf(request));
    const links = selfLinks({ href: (f) => `${base}/collections?f=${f}`, form });
    const documents = collections.map((one) => collectionDocument(one, linksOf(base, one, 'json')));
    return sendResource(
      reply,
      form,
      { links, collections: documents },
      {
        title: '数据集',
        content: html`${trail(base, [], `${base}/collections?f=json`)}
        <table><thead><tr><th>代码</th><th>名称</th><th>要素</th><th>版本</th></tr></thead><tbody>${collections.map(
          ({ id, title, layer, head }) =>
            html`<tr><td><a href="${addressOf(base, id)}?f=html"><code>${id}</code></a></td><td>${title}</td><td>${layer.features}</td><td>${head.number}</td></tr>`,
        )}</tbody></table>${collections.length === 0 && html`<p>没有可以读取的数据集。</p>`}`,
      },
    );
  });
  app.get('/ogc/collections/:collectionId', ofOne, async (request, reply) => {
    const collection = await findCollection(services, callerOf(request), request.params.collectionId);
    if (isUnchanged(request, reply, collection.head)) return reply;
    const form = onlyForm(request, mediaTypes.json);
    const base = baseOf(request);
    const links = linksOf(base, collection, form);
    const document = collectionDocument(collection, links);
    return sendResource(reply, form, document, {
      title: collection.title,
      content: html`${trail(base, [['/collections', '数据集']], `${addressOf(base, collection.id)}?f=json`)}
        <p>${document.description}</p>
        <dl><dt>范围（经度、纬度）</dt><dd>${document.extent.spatial?.bbox[0]?.join('，') ?? '没有几何'}</dd>
        <dt>版本</dt><dd>从 ${collection.since} 起</dd>
        <dt>坐标系</dt><dd>${document.crs.map((uri) => html`<code>${uri}</code><br>`)}</dd>
        <dt>存储的坐标系</dt><dd><code>${document.storageCrs}</code></dd></dl>${linkTable(links)}`,
    });
  });
  app.get('/ogc/collections/:collectionId/queryables', ofOne, async (request, reply) => {
    const collection = await findCollection(services, callerOf(request), request.params.collectionId);
    if (isUnchanged(request, reply, collection.head)) return reply;
    const form = onlyForm(request, mediaTypes.json, mediaTypes.schema);
    const base = baseOf(request);
    const own = addressOf(base, collection.id);
    const steps = [
      ['/collections', '数据集'],
      [`/collections/${encodeURIComponent(collection.id)}`, collection.title],
    ] as const;
    return sendResource(reply, form, queryablesDocument(collection, `${own}/queryables`), {
      title: `可查询的属性：${collection.title}`,
      jsonType: mediaTypes.schema,
      content: html`${trail(base, steps, `${own}/queryables?f=json`)}
        <table><thead><tr><th>属性</th><th>名称</th><th>类型</th></tr></thead><tbody>${queryablesOf(
          collection,
        ).map(
          ({ name, title, kind }) =>
            html`<tr><td><code>${name}</code></td><td>${title}</td><td>${kind === 'text' ? '文字' : '数'}</td></tr>`,
        )}<tr><td><code>geometry</code></td><td>几何</td><td>S_INTERSECTS、S_WITHIN</td></tr></tbody></table>`,
    });
  });
}

function linksOf(base: string, collection: Collection, form: Form): Link[] {
  return [
    ...selfLinks({ href: (f) => `${addressOf(base, collection.id)}?f=${f}`, form }),
    ...parts.flatMap(({ collectionLinks }) => collectionLinks(base, collection)),
  ];
}
