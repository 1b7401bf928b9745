import { type Html, html } from '@tuheng/dossier';
import type { FastifyReply } from 'fastify';

/**
 * Answers a plain page of the server's own, with the style sheet `/style.css`.
 *
 * @param script name of one that the server answers; most pages have none
 */
export function htmlPage(reply: FastifyReply, title: string, content: Html, script?: string): FastifyReply {
  const page = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · 图衡</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,">${
    script !== undefined && html`<script type="module" src="/${script}"></script>`
  }</head>
<body><header><a href="/">图衡</a></header><main><h1>${title}</h1>${content}</main></body></html>
`;
  return reply.type('text/html; charset=utf-8').send(page.text);
}

/** Of those pages. Colours as in the workspace: quiet, one deep teal. */
export const styleSheet = `
:root{color-scheme:light dark;--ink:#1c2b2b;--faint:#5c6b6b;--line:#d9e0e0;--ground:#f5f7f7;--sheet:#fff;--accent:#0b5d5a;--fill:#0b5d5a;--edge:#7b8b8b;--problem:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e3eaea;--faint:#9fb0b0;--line:#33413f;--ground:#141b1b;--sheet:#1c2525;--accent:#5fc1ba;--fill:#1f7a75;--edge:#71827f;--problem:#ff9c92}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.65 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
header{padding:12px 24px;background:#123130}
header a{color:#fff;text-decoration:none;font-weight:600;letter-spacing:.08em}
main{max-width:1080px;margin:24px auto;padding:24px;background:var(--sheet);border:1px solid var(--line);border-radius:8px;overflow-x:auto}
h1{margin:0 0 16px;font-size:22px;line-height:1.35}
h2{margin:24px 0 8px;font-size:17px}
a{color:var(--accent)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{color:var(--faint);font-weight:500;white-space:nowrap}
.wide td{white-space:nowrap}
code{font:13px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:6px 16px}
dt{color:var(--faint)}
dd{margin:0}
[hidden]{display:none!important}
form{display:grid;gap:12px;max-width:360px}
label{display:grid;gap:4px;color:var(--faint)}
input{padding:8px 10px;border:1px solid var(--edge);border-radius:4px;background:var(--ground);color:var(--ink);font:inherit}
button{justify-self:start;padding:8px 20px;border:0;border-radius:4px;background:var(--fill);color:#fff;font:inherit;cursor:pointer}
button:disabled{opacity:.6;cursor:default}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.problem{margin:0;color:var(--problem)}
.hint{margin:0;color:var(--faint);font-size:13px}
.signed-in{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;max-width:none}
.signed-in p{margin:0}
.signed-in button{border:1px solid var(--edge);background:none;color:var(--ink)}
.tag{padding:2px 8px;border:1px solid var(--line);border-radius:4px;color:var(--faint);font-size:13px;white-space:nowrap}
.number{text-align:right}
.services{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:12px 24px;margin:0;padding:0;list-style:none}
.services li{display:grid}
.services span{color:var(--faint);font-size:13px}
nav{display:flex;gap:16px;flex-wrap:wrap;margin:16px 0}
@media (max-width:600px){main{margin:0;border:0;border-radius:0;padding:16px}dl{grid-template-columns:1fr;gap:0 0}dd{margin:0 0 8px}}
`;
