import { readSite } from '@tuheng/dataset';
import { featureCount, lonLatGeometry, transformBetween } from '@tuheng/geometry';
import { CGCS2000, crsOf, type Site } from '@tuheng/standard';
import { type Static, Type } from 'typebox';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { invalid, rawSiteContent, rawSiteTypes, SITE_BODY, takeRawSites } from './raw-sites.ts';

const Query = Type.Object({
  epsg: Type.Integer({ description: '坐标没有注明坐标系、也看不出时按它理解：规划的坐标系' }),
});

const Answer = Type.Object({
  type: Type.Literal('MultiPolygon'),
  coordinates: Type.Array(Type.Array(Type.Array(Type.Tuple([Type.Number(), Type.Number()])))),
  format: Type.String({ description: '读到的格式：GeoJSON、WKT、坐标文本、Shapefile' }),
  notes: Type.Array(Type.String(), { description: '读取时作了哪些推断' }),
});

/** Sites as shapes on the map: what a screen lets somebody bring is read by the reader that the access check uses. */
export function siteGeometryRoutes(app: App): void {
  app.register(async (scope) => {
    takeRawSites(scope);
    scope.post(
      '/api/v1/sites/geometry',
      {
        config: { access: 'signed-in' },
        bodyLimit: SITE_BODY,
        schema: {
          tags: ['合规'],
          summary: '读出一块用地的图形（CGCS2000 经纬度）；什么也不保存',
          description:
            '用地可以是 GeoJSON、WKT、坐标文本（勘测定界格式，点坐标可带带号）或装有一个 Shapefile 的 zip，格式由内容判断。',
          querystring: Query,
          body: { content: rawSiteContent },
          response: { 200: Answer, ...problems },
        },
      },
      async ({ query, body }) => {
        const crs = crsOf((query as Static<typeof Query>).epsg);
        if (!crs) throw invalid('epsg', '请用 4490 或 4513–4554');
        if (!(body instanceof Uint8Array))
          throw invalid('body', `请把文件原样作为内容：${rawSiteTypes.join('、')}`);
        return shapeOf(await readSite(body, { crs }));
      },
    );
  });
}

function shapeOf({ polygons, crs, format, notes }: Site) {
  const toDegrees = transformBetween(crs, CGCS2000);
  const parcels = Array.from({ length: featureCount(polygons) }, (_, f) =>
    lonLatGeometry(polygons, f, toDegrees),
  );
  return {
    type: 'MultiPolygon' as const,
    coordinates: parcels.flatMap((parcel) =>
      parcel.type === 'Polygon' ? [parcel.coordinates] : parcel.coordinates,
    ) as [number, number][][][],
    format,
    notes: notes.map(({ message }) => message),
  };
}
