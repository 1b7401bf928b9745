import { html } from '@tuheng/dossier';
import { OidcSignOn, StoreError, signOn } from '@tuheng/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { setSessionCookie } from '../access/session-cookie.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { htmlPage } from '../http/html-page.ts';
import { guessing } from '../http/rate-limit.ts';
import { Problem } from '../problems/problem.ts';
import { statusOf } from '../problems/status-of.ts';
import type { Services } from '../services.ts';
import { SignOnCookies } from './sign-on-cookie.ts';

/** Signing on by an identity provider (OpenID Connect). Both steps are addresses that a browser goes to: what fails is told on a page. */
export function signOnRoutes(app: App, { database, rights, settings }: Services): void {
  const provider = settings.oidc && new OidcSignOn(settings.oidc);
  const cookies = new SignOnCookies();
  app.get(
    '/api/v1/sign-on/provider',
    {
      config: { access: 'anyone' },
      schema: {
        tags: ['会话'],
        summary: '有没有统一身份认证，登录页据此显示',
        response: { 200: Type.Object({ available: Type.Boolean() }), ...problems },
      },
    },
    () => ({ available: provider !== undefined }),
  );
  app.get(
    '/api/v1/sign-on',
    {
      config: { access: 'anyone', ...guessing },
      schema: {
        tags: ['会话'],
        summary: '到统一身份认证服务登录（浏览器访问）',
        querystring: Type.Object({
          to: Type.String({ default: '/', maxLength: 2000, description: '登录后回到本站的哪个页面' }),
        }),
      },
    },
    (request, reply) =>
      onPage(reply, async () => {
        if (!provider) throw new Problem('server.no-sign-on');
        const { url, remembered } = await provider.start();
        cookies.keep(request, reply, { remembered, to: ownPath(request.query.to) });
        return reply.redirect(url, 302);
      }),
  );
  app.get(
    '/api/v1/sign-on/return',
    {
      config: { access: 'anyone', ...guessing },
      schema: { tags: ['会话'], summary: '从统一身份认证服务回来，得到会话 Cookie（浏览器访问）' },
    },
    (request, reply) => onPage(reply, () => comeBack(request, reply)),
  );

  async function comeBack(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!provider) throw new Problem('server.no-sign-on');
    const started = cookies.take(request, reply);
    if (!started) throw new Problem('server.sign-on-lost');
    const person = await provider.finish(request.url, started.remembered);
    const { token } = await signOn(database, person, request.ip);
    rights.forget();
    setSessionCookie(request, reply, token);
    return reply.redirect(started.to, 303);
  }
}

/** Tells what fails on a page: whoever sees it is a person on the way to sign in. */
async function onPage(reply: FastifyReply, answer: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Problem) && !(error instanceof StoreError)) throw error;
    const status = error instanceof Problem ? error.status : statusOf(error.code);
    return htmlPage(
      reply.code(status),
      '没有登录',
      html`<p>${error.message}</p><p><code>${error.code}</code></p><nav><a href="/">返回</a></nav>`,
    );
  }
}

/** A path of this site; anything that a browser could take for another one becomes the front page. */
function ownPath(to: string): string {
  const here = 'http://here.invalid';
  const url = URL.parse(to, here);
  return to.startsWith('/') && url?.origin === here ? url.pathname + url.search + url.hash : '/';
}
