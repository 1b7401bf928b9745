import { readFile } from 'node:fs/promises';
import { html } from '@tuheng/dossier';
import type { App } from '../app.ts';
import { htmlPage } from '../http/html-page.ts';

const passwordRule = '12 到 256 个字符，不含账号名，不用常见的或有规律的密码';

/** The pages that one-time links lead to. Their script is answered as it lies beside this file: the security policy allows none in a page. */
export async function oneTimeLinkRoutes(app: App): Promise<void> {
  const page = { config: { access: 'anyone' }, schema: { hide: true } } as const;
  const script = await readFile(new URL('secret-link.js', import.meta.url), 'utf8');
  app.get('/secret-link.js', page, (_, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=3600').send(script),
  );
  for (const [path, title, form] of [
    ['/first-administrator', '设置第一个管理员', firstAdministratorForm],
    ['/recover', '重设管理员密码', recoveryForm],
  ] as const) {
    app.get(path, page, (_, reply) =>
      htmlPage(reply.header('cache-control', 'no-store'), title, form, 'secret-link.js'),
    );
  }
}

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
