import { datasetErrorCodes, datasetErrorText } from '@tuheng/dataset';
import { html } from '@tuheng/dossier';
import { storeErrorCodes, storeErrorText } from '@tuheng/store';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { htmlPage } from '../http/html-page.ts';
import { otherCodes } from './other-codes.ts';
import { Problem } from './problem.ts';
import { pageOf } from './problem-document.ts';
import { type ProblemText, serverCodes, serverProblem } from './problem-table.ts';
import { statusOf } from './status-of.ts';

/** What each code means, for those who meet it. */
const texts: ReadonlyMap<string, ProblemText> = new Map([
  ...serverCodes.map((code) => [code, serverProblem(code)] as const),
  ...Object.entries(otherCodes),
  ...[...storeErrorCodes.map((code) => [code, storeErrorText(code)] as const)].map(asProblem),
  ...[...datasetErrorCodes.map((code) => [code, datasetErrorText(code)] as const)].map(asProblem),
]);

function asProblem([code, { what, advice }]: readonly [
  string,
  { readonly what: string; readonly advice: string },
]): readonly [string, ProblemText] {
  return [code, { status: statusOf(code), title: what, advice }];
}

/** A page for each code: the `type` of a problem document leads there. */
export function problemRoutes(app: App): void {
  app.get('/problems', { config: { access: 'anyone' }, schema: { hide: true } }, (_, reply) =>
    htmlPage(
      reply,
      '问题代码',
      html`
        <table><thead><tr><th>代码</th><th>状态</th><th>发生了什么</th><th>怎么办</th></tr></thead><tbody>
        ${[...texts].map(
          ([code, { status, title, advice }]) =>
            html`<tr><td><a href="${pageOf(code)}"><code>${code}</code></a></td><td>${status}</td><td>${title}</td><td>${advice}</td></tr>`,
        )}
        </tbody></table>`,
    ),
  );
  app.get(
    '/problems/:code',
    {
      config: { access: 'anyone' },
      schema: { hide: true, params: Type.Object({ code: Type.String() }) },
    },
    ({ params: { code } }, reply) => {
      const text = texts.get(code);
      if (!text) throw new Problem('server.not-found', { detail: code });
      return htmlPage(
        reply,
        text.title,
        html`
        <dl><dt>代码</dt><dd><code>${code}</code></dd><dt>HTTP 状态</dt><dd>${text.status}</dd>
        <dt>怎么办</dt><dd>${text.advice}。</dd></dl><p><a href="/problems">全部问题代码</a></p>`,
      );
    },
  );
}
