import { html } from '@tuheng/dossier';
import type { PlanVersion } from '@tuheng/store';
import { EXACT_ZOOM } from '@tuheng/tiles';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { callerOf } from '../../access/guard.ts';
import type { App } from '../../app.ts';
import { isUnchanged } from '../../http/conditional.ts';
import { Problem } from '../../problems/problem.ts';
import type { Services } from '../../services.ts';
import { sendTile } from '../../tiles/send-tile.ts';
import { addressOf, baseOf } from '../address.ts';
import type { Collection } from '../collection.ts';
import { CollectionId, collectionAccess } from '../collection-routes.ts';
import { findCollection } from '../collections.ts';
import { type Form, formOf, onlyForm } from '../form.ts';
import { askedVersion } from '../items/items-query.ts';
import { findVersionOf } from '../items/version-of-collection.ts';
import { mediaTypes, selfLinks } from '../link.ts';
import { Parameters } from '../parameters.ts';
import { linkTable, sendResource, trail } from '../resource.ts';
import { tileSet, tileSetItem } from './tile-set.ts';
import { tileMatrixSetId, tileMatrixSetUri, webMercatorQuad } from './web-mercator-quad.ts';

const config = { access: collectionAccess } as const;
const open = { config: { access: 'anyone' }, schema: { hide: true } } as const;
const OneSet = Type.Object({ collectionId: CollectionId, tileMatrixSetId: Type.String() });
const Ordinate = Type.Integer({ minimum: 0, maximum: 2 ** EXACT_ZOOM });

/** OGC API – Tiles: the tiling scheme, the tile sets of a collection, and the tiles. */
export function tileSetRoutes(app: App, services: Services): void {
  app.get('/ogc/tileMatrixSets', open, (request, reply) => {
    const form = onlyForm(request, mediaTypes.json);
    const base = baseOf(request);
    const own = `${base}/tileMatrixSets/${tileMatrixSetId}`;
    const { title } = webMercatorQuad();
    const links = selfLinks({ href: (f) => `${own}?f=${f}`, form: 'json' });
    const document = { tileMatrixSets: [{ id: tileMatrixSetId, title, uri: tileMatrixSetUri, links }] };
    return sendResource(reply, form, document, {
      title: '切片方案',
      content: html`${trail(base, [], `${base}/tileMatrixSets?f=json`)}
        <p><a href="${own}?f=html">${tileMatrixSetId}</a>：Web 墨卡托，0 到 ${EXACT_ZOOM} 级</p>`,
    });
  });
  app.get(
    '/ogc/tileMatrixSets/:tileMatrixSetId',
    { ...open, schema: { hide: true, params: Type.Object({ tileMatrixSetId: Type.String() }) } },
    (request, reply) => {
      refuseOtherSet(request.params.tileMatrixSetId);
      const form = onlyForm(request, mediaTypes.json);
      const base = baseOf(request);
      const document = webMercatorQuad();
      return sendResource(reply, form, document, {
        title: `切片方案 ${tileMatrixSetId}`,
        content: html`${trail(base, [['/tileMatrixSets', '切片方案']], `${base}/tileMatrixSets/${tileMatrixSetId}?f=json`)}
          <table><thead><tr><th>级别</th><th>比例尺分母</th><th>像素（米）</th></tr></thead><tbody>${document.tileMatrices.map(
            ({ id, scaleDenominator, cellSize }) =>
              html`<tr><td>${id}</td><td>${scaleDenominator.toFixed(2)}</td><td>${cellSize.toFixed(4)}</td></tr>`,
          )}</tbody></table>`,
      });
    },
  );
  app.get(
    '/ogc/collections/:collectionId/tiles',
    { config, schema: { hide: true, params: Type.Object({ collectionId: CollectionId }) } },
    async (request, reply) => {
      const { collection, version, form, query } = await read(services, request, request.params.collectionId);
      if (isUnchanged(request, reply, version)) return reply;
      const base = baseOf(request);
      const own = `${addressOf(base, collection.id)}/tiles`;
      const links = selfLinks({ href: (f) => `${own}${query === '' ? '?' : `${query}&`}f=${f}`, form });
      const item = tileSetItem(base, collection, query);
      return sendResource(
        reply,
        form,
        { links, tilesets: [item] },
        {
          title: `切片集：${collection.title}`,
          content: html`${trail(base, stepsOf(collection), `${own}?f=json`)}${linkTable(item.links)}`,
        },
      );
    },
  );
  app.get(
    '/ogc/collections/:collectionId/tiles/:tileMatrixSetId',
    { config, schema: { hide: true, params: OneSet } },
    async (request, reply) => {
      refuseOtherSet(request.params.tileMatrixSetId);
      const { collection, version, form, query } = await read(services, request, request.params.collectionId);
      if (isUnchanged(request, reply, version)) return reply;
      const base = baseOf(request);
      const document = tileSet(base, await asOf(services, collection, version), query, form);
      return sendResource(reply, form, document, {
        title: `切片集：${collection.title}`,
        content: html`${trail(base, stepsOf(collection), `${addressOf(base, collection.id)}/tiles/${tileMatrixSetId}?f=json`)}
          <p>第 ${version.number} 版的矢量切片，${EXACT_ZOOM} 级起坐标不作概括。</p>${linkTable(document.links)}`,
      });
    },
  );
  app.get(
    '/ogc/collections/:collectionId/tiles/:tileMatrixSetId/:z/:y/:x',
    {
      config,
      schema: {
        hide: true,
        params: Type.Object({
          collectionId: CollectionId,
          tileMatrixSetId: Type.String(),
          z: Ordinate,
          y: Ordinate,
          x: Ordinate,
        }),
      },
    },
    async (request, reply) => {
      const { collectionId, tileMatrixSetId: set, ...address } = request.params;
      refuseOtherSet(set);
      const collection = await findCollection(services, callerOf(request), collectionId);
      const parameters = new Parameters(request.query);
      const f = parameters.text('f');
      if (f !== undefined && f !== 'mvt') throw new Problem('server.not-acceptable', { detail: `f=${f}` });
      const version = await versionOf(services, collection, parameters);
      parameters.refuseOthers();
      if (isUnchanged(request, reply, version)) return reply;
      return sendTile(
        request,
        reply,
        await services.tiles.tile(services.versions.source(version), [collection.layer.code], address),
      );
    },
  );
}

interface Read {
  readonly collection: Collection;
  readonly version: PlanVersion;
  readonly form: Form;
  /** The version as it was asked for, to be kept in links. */
  readonly query: string;
}

async function read(services: Services, request: FastifyRequest, id: string): Promise<Read> {
  const collection = await findCollection(services, callerOf(request), id);
  const parameters = new Parameters(request.query);
  const form = formOf(request, parameters, [mediaTypes.json]);
  const version = await versionOf(services, collection, parameters);
  const asked = ['version', 'datetime'].flatMap((name) => {
    const value = parameters.text(name);
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  parameters.refuseOthers();
  return { collection, version, form, query: asked.length > 0 ? `?${asked[0]}` : '' };
}

/** The collection as a version had it. */
async function asOf(
  { versions }: Services,
  collection: Collection,
  version: PlanVersion,
): Promise<Collection> {
  const layer = (await versions.layers(version)).find(({ code }) => code === collection.layer.code);
  return layer ? { ...collection, layer } : collection;
}

async function versionOf(
  services: Services,
  collection: Collection,
  parameters: Parameters,
): Promise<PlanVersion> {
  const version = await findVersionOf(services, collection, askedVersion(parameters));
  if (!version) throw new Problem('server.not-found', { detail: '当时还没有版本' });
  return version;
}

function refuseOtherSet(id: string): void {
  if (id !== tileMatrixSetId) throw new Problem('server.not-found', { detail: id });
}

function stepsOf({ id, title }: Collection): readonly (readonly [string, string])[] {
  return [
    ['/collections', '数据集'],
    [`/collections/${encodeURIComponent(id)}`, title],
  ];
}
