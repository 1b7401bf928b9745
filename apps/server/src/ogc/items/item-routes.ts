import type { PlanVersion } from '@tuheng/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { callerOf } from '../../access/guard.ts';
import type { App } from '../../app.ts';
import { ByteWriter } from '../../geojson/byte-writer.ts';
import { featureCollection } from '../../geojson/feature-collection.ts';
import { FeatureWriter } from '../../geojson/feature-writer.ts';
import { sendPieces } from '../../geojson/send-pieces.ts';
import { isUnchanged } from '../../http/conditional.ts';
import { htmlPage } from '../../http/html-page.ts';
import type { OgcCrs } from '../../place/ogc-crs.ts';
import { Problem } from '../../problems/problem.ts';
import type { Services } from '../../services.ts';
import { addressOf, addressWith, baseOf } from '../address.ts';
import { type Collection, crsOfCollection } from '../collection.ts';
import { CollectionId, collectionAccess } from '../collection-routes.ts';
import { findCollection } from '../collections.ts';
import { type Form, formOf } from '../form.ts';
import { type Link, mediaTypes, selfLinks } from '../link.ts';
import { Parameters } from '../parameters.ts';
import { findRows } from './find-rows.ts';
import { askedCrs, askedVersion, type ItemsQuery, mostFeatures, readItemsQuery } from './items-query.ts';
import { featurePage, featuresPage } from './pages.ts';
import { findVersionOf, heldLayerOf } from './version-of-collection.ts';

const geojsonTypes = [mediaTypes.geojson, mediaTypes.json];

/** The features of a collection, by page, and one of them. */
export function itemRoutes(app: App, services: Services): void {
  const config = { access: collectionAccess };
  const ofCollection = Type.Object({ collectionId: CollectionId });
  app.get(
    '/ogc/collections/:collectionId/items',
    { config, schema: { hide: true, params: ofCollection } },
    async (request, reply) => {
      const { collectionId } = request.params;
      const asked = await read(services, request, collectionId);
      const { collection, parameters, form, version } = asked;
      if (version && isUnchanged(request, reply, version)) return reply;
      const held = version && (await heldLayerOf(services, version, collection));
      const fields = held
        ? [...held.layer.columns].map(([name, { kind }]) => [name, kind] as const)
        : collection.layer.fields;
      const query = readItemsQuery(
        parameters,
        new Map(fields),
        crsOfCollection(collection),
        mostFeatures[form],
      );
      const rows = held ? await findRows(held, query) : new Uint32Array();
      const page = rows.subarray(query.offset, query.offset + query.limit);
      const head = {
        timeStamp: new Date().toISOString(),
        numberMatched: rows.length,
        numberReturned: page.length,
        ...(version && { version: version.number }),
        links: [...linksOf(request, asked), ...pageLinks(request, asked, query, rows.length)],
      };
      if (form === 'html') {
        const content = featuresPage(baseOf(request), collection, head, { held, rows: page, query });
        return htmlPage(reply, `要素：${collection.title}`, content);
      }
      return sendPieces(
        asGeojson(reply, query.crs),
        featureCollection(head, held ? [{ numbered: held, rows: page }] : [], query),
      );
    },
  );
  app.get(
    '/ogc/collections/:collectionId/items/:featureId',
    {
      config,
      schema: { hide: true, params: Type.Object({ collectionId: CollectionId, featureId: Type.String() }) },
    },
    async (request, reply) => {
      const { collectionId, featureId } = request.params;
      const asked = await read(services, request, collectionId);
      const { collection, parameters, form, version } = asked;
      const crs = askedCrs(parameters, crsOfCollection(collection));
      parameters.refuseOthers();
      if (version && isUnchanged(request, reply, version)) return reply;
      const held = version && (await heldLayerOf(services, version, collection));
      const row = held && /^[1-9]\d{0,9}$/.test(featureId) ? held.ids.indexOf(Number(featureId)) : -1;
      if (!held || row < 0)
        throw new Problem('server.no-feature', { detail: `${collectionId}，${featureId}` });
      const links = linksOf(request, asked);
      if (form === 'html') {
        const content = featurePage(baseOf(request), collection, version, { held, row, links });
        return htmlPage(reply, `要素 ${featureId}：${collection.title}`, content);
      }
      const writer = new ByteWriter();
      new FeatureWriter(held, { crs }).write(writer, row, `,"links":${JSON.stringify(links)}`);
      return asGeojson(reply, crs).send(writer.take());
    },
  );
}

interface Asked {
  readonly collection: Collection;
  readonly parameters: Parameters;
  readonly form: Form;
  /** Undefined before the first. */
  readonly version: PlanVersion | undefined;
}

/** What all requests for features have in common. */
async function read(services: Services, request: FastifyRequest, id: string): Promise<Asked> {
  const collection = await findCollection(services, callerOf(request), id);
  const parameters = new Parameters(request.query);
  const form = formOf(request, parameters, geojsonTypes);
  const version = await findVersionOf(services, collection, askedVersion(parameters));
  return { collection, parameters, form, version };
}

function asGeojson(reply: FastifyReply, { uri }: OgcCrs): FastifyReply {
  return reply
    .type(mediaTypes.geojson)
    .header('content-crs', `<${uri}>`)
    .header('x-content-type-options', 'nosniff');
}

function linksOf(request: FastifyRequest, { collection, form }: Asked): Link[] {
  return [
    ...selfLinks({ href: (f) => addressWith(request, { f }), form }, mediaTypes.geojson),
    {
      href: addressOf(baseOf(request), collection.id),
      rel: 'collection',
      type: mediaTypes.json,
      title: collection.title,
    },
  ];
}

/** The pages behind and before; they name the version, so that a walk through the pages sees one. */
function pageLinks(
  request: FastifyRequest,
  { form, version }: Asked,
  { offset, limit }: ItemsQuery,
  matched: number,
): Link[] {
  const type = form === 'html' ? mediaTypes.html : mediaTypes.geojson;
  const page = (rel: 'next' | 'prev', title: string, to: number): Link => ({
    href: addressWith(request, {
      offset: to === 0 ? undefined : String(to),
      limit: String(limit),
      ...(version && { version: String(version.number), datetime: undefined }),
    }),
    rel,
    type,
    title,
  });
  return [
    ...(offset > 0 ? [page('prev', '上一页', Math.max(0, offset - limit))] : []),
    ...(offset + limit < matched ? [page('next', '下一页', offset + limit)] : []),
  ];
}
