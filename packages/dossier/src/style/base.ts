/** What the pages of all reports share. One accent (deep teal), quiet panels on the map, numbers in tabular figures. */
export const baseStyle = `
:root{--ink:#14202b;--dim:#5b6875;--line:#e3e7ea;--accent:#0f766e;--fail:#c62828;--doubt:#a15c00;--pass:#2e7d46;--none:#667280;--panel:#fff;--shadow:0 1px 2px rgba(16,32,44,.08),0 6px 20px rgba(16,32,44,.12)}
*{box-sizing:border-box}
html,body{margin:0;height:100%;color:var(--ink);font:14px/1.55 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif;font-variant-numeric:tabular-nums;background:#f3f4f1}
button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:left}
button:focus-visible,tr:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
small{color:var(--dim);font-size:12px}
h1,h4,p,ul{margin:0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.panel{background:var(--panel);border-radius:8px;box-shadow:var(--shadow)}
#map{position:fixed;inset:0;width:100%;height:100%;touch-action:none;cursor:grab}
#map:active{cursor:grabbing}
#top{position:fixed;top:12px;left:12px;right:12px;display:flex;gap:12px;align-items:center;pointer-events:none}
#top>*{pointer-events:auto}
#title{padding:8px 14px;min-width:0}
#title h1{font-size:15px;font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
#title small{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.invented{background:#fff4d6;color:#6b4300;border-radius:8px;padding:6px 12px;font-weight:600;box-shadow:var(--shadow)}
#tools{margin-left:auto;display:flex;gap:8px;padding:5px;flex:none}
.segment{display:flex;border-radius:6px;background:#eef1f2;padding:2px}
.segment button{padding:3px 11px;border-radius:5px;color:var(--dim)}
.segment button[aria-pressed=true]{background:#10242c;color:#fff}
.layers{display:flex;gap:2px}
.layers button{display:flex;align-items:center;gap:6px;padding:3px 9px;border-radius:6px}
.layers button[aria-pressed=false]{color:#7a8691;text-decoration:line-through}
.layers i{display:inline-block;width:16px;height:0;border-top:3px solid}
.layers i.box{height:11px;width:13px;border:1px solid rgba(0,0,0,.35)}
.desk{position:fixed;left:12px;top:78px;bottom:72px;width:404px;display:flex;flex-direction:column;overflow:hidden}
.chips{display:flex;gap:6px;padding:10px 12px;border-bottom:1px solid var(--line);flex-wrap:wrap}
.chip{display:flex;align-items:center;gap:5px;padding:2px 10px 2px 4px;border-radius:14px;background:#f1f4f5}
.chip[aria-pressed=false]{opacity:.5;text-decoration:line-through}
.sign{display:inline-flex;flex:none;align-items:center;justify-content:center;width:20px;height:20px;border-radius:50%;color:#fff;font:700 12px/1 system-ui,sans-serif;font-style:normal}
.list{overflow:auto;overscroll-behavior:contain}
.entry+.entry{border-top:1px solid #eef1f2}
.entry .head{display:grid;grid-template-columns:28px minmax(0,1fr) auto;column-gap:8px;width:100%;padding:9px 12px 9px 9px;border-left:3px solid transparent;align-items:baseline}
.entry .head:hover{background:#f7f9f9}
.entry .sign{grid-row:1/3;align-self:center}
.entry .title{font-weight:600}
.entry .rule,.entry .where,.entry .unit{color:var(--dim);font-size:12px}
.entry .body{display:none;padding:2px 14px 14px 48px;border-left:3px solid var(--accent)}
.entry.open .head{border-left-color:var(--accent);background:#f1f8f7}
.entry.open .body{display:block;background:#f7fbfa}
h4{font-size:12px;color:var(--dim);font-weight:600;margin-top:10px}
.basis{padding-left:16px;font-size:13px}
.basis li{margin-top:3px}
.article{color:var(--dim)}
.unsure{background:#fde9c8;color:#6b4300;border-radius:3px;padding:0 4px}
.sure{color:#23623a}
#card{position:fixed;right:12px;top:78px;width:318px;padding:10px 14px 12px}
#card header{display:flex;font-weight:600;gap:8px;margin-bottom:6px}
#card .close{margin-left:auto;width:24px;text-align:center;font-size:18px;line-height:1}
#card dl{display:grid;grid-template-columns:52px 1fr;gap:3px 10px;margin:0}
#card dt{color:var(--dim)}
#card dd{margin:0;text-align:right;overflow-wrap:anywhere}
#drawer{position:fixed;left:12px;right:12px;bottom:12px;display:flex;flex-direction:column;max-height:calc(100% - 96px)}
#drawer nav{display:flex;gap:4px;align-items:center;padding:6px 10px;flex:none}
[role=tab]{padding:4px 12px;border-radius:6px;font-weight:600}
[role=tab][aria-selected=true]{background:#e3f1ef;color:#0b5c56}
#drawer .sum{margin-left:auto;color:var(--dim);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
#drawer .tabs{display:none;overflow:auto;padding:0 14px 12px;border-top:1px solid var(--line);height:42vh}
#drawer.open .tabs{display:block}
table{border-collapse:collapse;font-size:13px}
.tabs table{margin-top:10px;min-width:60%}
.tabs table.wide{width:100%}
.tabs td:first-child{white-space:nowrap}
caption{text-align:left;font-weight:600;padding:4px 0}
th{font-weight:600;color:var(--dim);text-align:left;background:#fff}
.tabs thead th{position:sticky;top:0;box-shadow:0 1px 0 var(--line)}
td,th{padding:5px 12px 5px 0;vertical-align:top;border-bottom:1px solid #eef1f2}
tbody th{color:var(--ink)}
td small,th small{display:block;font-weight:400}
.n{text-align:right;white-space:nowrap}
.u,.dim{color:var(--dim)}
.ok{color:var(--pass)}.bad{color:var(--fail);font-weight:600}
.hash{font:12px/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere;max-width:260px}
.seal,.none{margin-top:12px;color:var(--dim)}
#controls{position:fixed;right:12px;bottom:72px;display:flex;flex-direction:column}
#controls button{width:36px;height:36px;text-align:center;font-size:18px}
#controls button+button{border-top:1px solid var(--line)}
#status{position:fixed;right:60px;bottom:72px;padding:2px 8px;border-radius:6px;background:rgba(255,255,255,.85);text-align:right;font-size:12px;color:#24323c;pointer-events:none}
#scale{display:flex;gap:6px;align-items:flex-end;justify-content:flex-end}
#scale i{display:inline-block;height:6px;border:1.5px solid #24323c;border-top:0}
body:has(#drawer.open) #controls,body:has(#drawer.open) #status{display:none}
body:has(#drawer.open) .desk{bottom:calc(42vh + 72px)}
@media (max-width:759px){
html,body{height:auto}
#map{position:sticky;top:0;height:46vh;z-index:1}
#top{position:absolute;z-index:2;flex-wrap:wrap;gap:6px;top:8px;left:8px;right:8px}
#title{display:none}.invented{font-size:12px;padding:3px 8px}
#tools{margin:0;flex:1 1 100%;flex-wrap:wrap;gap:2px 8px;padding:3px 5px}
.layers{flex-wrap:wrap}.layers button{padding:1px 5px;font-size:12px}.segment button{padding:1px 9px;font-size:12px}
.desk,#drawer{position:static;margin:10px;max-height:none}
.desk,#card{width:auto}
#card{position:fixed;top:auto;bottom:0;left:0;right:0;margin:8px;z-index:3}
body:has(#card:not([hidden])){padding-bottom:240px}
.tabs .wide td,.tabs .wide th{white-space:nowrap}
#drawer nav{flex-wrap:wrap}#drawer .sum{display:none}#drawer .tabs{height:auto;max-height:70vh}
#controls{position:absolute;top:calc(46vh - 130px);bottom:auto;z-index:2}#status{display:none}
body:has(#drawer.open) #controls{display:flex}
.entry .body{padding-left:20px}
}
@media print{
#map,#top #tools,#controls,#status,#card,.chips,nav{display:none!important}
html,body{background:#fff;height:auto}
#top,.desk,#drawer,.tabs,#drawer .tabs{position:static!important;display:block!important;width:auto;height:auto;max-height:none;box-shadow:none;overflow:visible}
.list{overflow:visible}.entry{break-inside:avoid}.entry .body,[role=tabpanel]{display:block!important}
}
`;
