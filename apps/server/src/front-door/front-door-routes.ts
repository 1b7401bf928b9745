import { readFile } from 'node:fs/promises';
import { html } from '@tuheng/dossier';
import { type Caller, findAccount, listGrants, listPlansFor, roles } from '@tuheng/store';
import type { App } from '../app.ts';
import { htmlPage } from '../http/html-page.ts';
import type { Services } from '../services.ts';

/** The browser's part of the pages, answered as they lie beside this file: the security policy allows no script in a page. */
const scripts = ['sign-in.js', 'secret-link.js'] as const;

const passwordRule = '12 到 256 个字符，不含账号名，不用常见的或有规律的密码';

/** The page that one meets first, and those that one-time links lead to. */
export async function frontDoorRoutes(app: App, { database, settings }: Services): Promise<void> {
  const page = { config: { access: 'anyone' }, schema: { hide: true } } as const;
  for (const name of scripts) {
    const text = await readFile(new URL(name, import.meta.url), 'utf8');
    app.get(`/${name}`, page, (_, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=3600').send(text),
    );
  }
  app.get('/', page, async ({ caller }, reply) => {
    reply.header('cache-control', 'no-store');
    const own = caller ? await whatIsTheirs(caller) : html`${signInForm}${settings.oidc && signOnLink}`;
    return htmlPage(reply, '县级国土空间总体规划动态维护', html`${own}${whatIsHere}`, 'sign-in.js');
  });
  for (const [path, title, form] of [
    ['/first-administrator', '设置第一个管理员', firstAdministratorForm],
    ['/recover', '重设管理员密码', recoveryForm],
  ] as const) {
    app.get(path, page, (_, reply) =>
      htmlPage(reply.header('cache-control', 'no-store'), title, form, 'secret-link.js'),
    );
  }

  async function whatIsTheirs(caller: Caller) {
    const { displayName, name } = await findAccount(database, caller.name);
    const grants = await listGrants(database, caller.account);
    const plans = await listPlansFor(database, caller);
    return html`
      <form id="sign-out" class="signed-in" method="post">
        <p><strong>${displayName}</strong>（${name}）${grants.map(
          ({ role, region }) => html` <span class="tag">${roles[role].title} ${region ?? '全部'}</span>`,
        )}</p>
        <button>退出</button>
        <p class="problem" role="alert" hidden></p>
      </form>
      <h2>规划</h2>
      ${
        plans.length === 0
          ? html`<p>还没有可以查看的规划。入库：<code>tuheng plan import</code>，或调用接口提交任务。</p>`
          : html`<table><thead><tr><th>代码</th><th>名称</th><th class="number">版本</th><th class="number">图斑</th></tr></thead><tbody>
            ${plans.map(
              ({ code, name: title, head }) =>
                html`<tr><td><a href="/api/v1/plans/${code}/versions">${code}</a></td><td>${title}</td><td class="number">${head.number}</td><td class="number">${head.features}</td></tr>`,
            )}
          </tbody></table>`
      }`;
  }
}

const signInForm = html`
  <form id="sign-in" method="post" action="/api/v1/session">
    <label>账号<input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64"></label>
    <label>密码<input name="password" type="password" autocomplete="current-password" required maxlength="256"></label>
    <button>登录</button>
    <p class="problem" role="alert" hidden></p>
  </form>`;

const signOnLink = html`<p><a href="/api/v1/sign-on">用统一身份认证登录</a></p>`;

const whatIsHere = html`
  <h2>服务</h2>
  <ul class="services">
    <li><a href="/api/docs">接口文档</a><span>规划、版本、图层、任务、账号</span></li>
    <li><a href="/ogc">OGC API</a><span>供 GIS 软件连接：要素与瓦片</span></li>
    <li><a href="/problems">问题代码</a><span>每个代码发生了什么、怎么办</span></li>
  </ul>`;

const newPassword = html`
    <label>密码<input name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="256" aria-describedby="rule"></label>
    <label>再输入一次<input name="again" type="password" autocomplete="new-password" required maxlength="256"></label>
    <p id="rule" class="hint">密码：${passwordRule}。</p>`;

const firstAdministratorForm = html`
  <p id="no-secret" hidden>这个链接不完整。请原样打开首次启动时给出的链接；链接丢了，用 <code>tuheng account first-link</code> 重新生成。</p>
  <form id="secret-link" method="post" action="/api/v1/first-administrator">
    <label>账号<input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required minlength="2" maxlength="64"></label>
    ${newPassword}
    <button>建立管理员并登录</button>
    <p class="problem" role="alert" hidden></p>
  </form>`;

const recoveryForm = html`
  <p id="no-secret" hidden>这个链接不完整。请原样打开 <code>tuheng account recover</code> 给出的链接；链接过期了，重新生成一个。</p>
  <form id="secret-link" method="post" action="/api/v1/recovery">
    ${newPassword}
    <button>重设密码并登录</button>
    <p class="problem" role="alert" hidden></p>
  </form>`;
