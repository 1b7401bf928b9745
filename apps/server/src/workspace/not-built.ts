import { html } from '@tuheng/dossier';
import type { FastifyReply } from 'fastify';
import { htmlPage } from '../http/html-page.ts';

/** In place of the workspace, where nobody has built it. */
export function answerNotBuilt(reply: FastifyReply): FastifyReply {
  return htmlPage(
    reply.code(503).header('cache-control', 'no-store'),
    '工作台尚未生成',
    html`
  <p>在程序所在的文件夹运行 <code>npm run build</code>，再重新启动服务。其他服务不受影响：</p>
  <ul class="services">
    <li><a href="/api/docs">接口文档</a><span>规划、版本、图层、任务、账号</span></li>
    <li><a href="/ogc">OGC API</a><span>供 GIS 软件连接：要素与瓦片</span></li>
    <li><a href="/problems">问题代码</a><span>每个代码发生了什么、怎么办</span></li>
  </ul>`,
  );
}
