import { Type } from 'typebox';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { type BasemapSettings, tileAddress } from './basemap-template.ts';

/** Milliseconds that the other server may take. */
const PATIENCE = 10_000;
/** Bytes of a tile; more is none. */
const LARGEST = 2 * 1024 ** 2;
/** The finest that any is asked for. */
const FINEST = 22;
const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/**
 * The map under the layers, passed on from the server that the administrator names: browsers ask nobody but this server, and a bureau's key stays
 * here.
 */
export function basemapRoutes(app: App, { settings: { basemap } }: Services): void {
  app.get(
    '/api/v1/basemap',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['瓦片'],
        summary: '有没有配置底图，和它的来源说明',
        response: {
          200: Type.Object({
            available: Type.Boolean(),
            attribution: Type.String({ description: '来源说明，显示在地图上' }),
          }),
          ...problems,
        },
      },
    },
    () => ({ available: basemap !== undefined, attribution: basemap?.attribution ?? '' }),
  );
  const most = 2 ** FINEST - 1;
  app.get(
    '/api/v1/basemap/:z/:x/:y',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['瓦片'],
        summary: '一块底图（Web 墨卡托），由本服务向所配置的底图服务取来',
        params: Type.Object({
          z: Type.Integer({ minimum: 0, maximum: FINEST }),
          x: Type.Integer({ minimum: 0, maximum: most }),
          y: Type.Integer({ minimum: 0, maximum: most }),
        }),
      },
    },
    async ({ params: { z, x, y } }, reply) => {
      if (!basemap) throw new Problem('server.no-basemap');
      const { bytes, type } = await fetchTile(basemap, z, x, y);
      return reply.type(type).header('cache-control', 'private, max-age=86400').send(bytes);
    },
  );
}

/** @throws Problem server.basemap-failed; its text names no address, since a key may stand in it */
async function fetchTile(
  { template }: BasemapSettings,
  z: number,
  x: number,
  y: number,
): Promise<{ readonly bytes: Buffer; readonly type: string }> {
  const failed = (detail: string, cause?: unknown) =>
    new Problem('server.basemap-failed', { detail, ...(cause !== undefined && { cause }) });
  try {
    const answer = await fetch(tileAddress(template, z, x, y), {
      // Where it sends us nobody has allowed us to go.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    if (!answer.ok) throw failed(`HTTP ${answer.status}`);
    if (!pictures.has(type)) throw failed(`不是图片：${type}`);
    return { bytes: await upTo(LARGEST, answer, () => failed('太大')), type };
  } catch (error) {
    throw error instanceof Problem ? error : failed('没有回答', error);
  }
}

async function upTo(most: number, { body }: Response, tooLarge: () => Problem): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > most) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
