import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { App } from '../app.ts';
import type { Services } from '../services.ts';
import { answerNotBuilt } from './not-built.ts';

/** First parts of the addresses of its pages (apps/web/src/places). */
export const workspacePlaces = ['map', 'maintenance', 'rules', 'system'] as const;

/** Where its scripts, styles and fonts are; a library makes their routes. */
export const assetsPrefix = '/assets/';

/**
 * The pages of the workspace: no script in them and none from elsewhere. The interface library puts styles into the page, and WebAssembly (the
 * geometry in the worker) is compiled from the server's own files.
 */
const workspacePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The workspace in the browser, as `npm run build` has left it: one page at many addresses, and its files under names that carry their hash. */
export async function workspaceRoutes(app: App, { settings }: Services): Promise<void> {
  const folder = settings.workspaceFolder;
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: assetsPrefix,
      preCompressed: true,
      index: false,
      immutable: true,
      maxAge: '1y',
      // A worker goes by the policy that its own file came with, not by that of the page: the geometry needs WebAssembly there.
      setHeaders: (reply) => {
        reply.header('content-security-policy', workspacePolicy);
      },
    });
  }
  const page = { config: { access: 'anyone' }, schema: { hide: true } } as const;
  const send = (name: string) => (_: unknown, reply: FastifyReply) => {
    if (!isBuilt) return answerNotBuilt(reply);
    reply.header('content-security-policy', workspacePolicy);
    // Under these names there is another file after each build.
    return reply.sendFile(name, folder, { maxAge: 0, immutable: false });
  };
  app.get('/', page, send('index.html'));
  app.get('/mark.svg', page, send('mark.svg'));
  for (const place of workspacePlaces) {
    app.get(`/${place}`, page, send('index.html'));
    app.get(`/${place}/*`, page, send('index.html'));
  }
}
