/** What only the report of an inspection has. */
export const inspectionStyle = `
.sign.error{background:var(--fail)}.sign.warning{background:#b45309;border-radius:5px}.sign.info{background:#1d4ed8;border-radius:2px 10px 10px 10px}.sign.passed{background:var(--pass)}.sign.notRun{background:var(--none);border-radius:5px}
.sign.small{width:16px;height:16px;font-size:10px}
h2{font-size:17px;font-weight:600;margin:0}
.summary{padding:12px 14px 8px}
.decision{display:flex;align-items:center;gap:9px}
.decision .sign{width:26px;height:26px;font-size:15px}
.decision.no h2{color:#9b1c1c}.decision.yes h2{color:#23623a}
.mark{margin-left:auto;color:var(--dim);white-space:nowrap}
.mark b{color:var(--ink);font-size:20px;line-height:1;margin:0 6px 0 2px}
.mark .unsure{font-size:12px;vertical-align:2px}
.obstacles{list-style:none;margin:8px 0 0;padding:0;font-size:13px}
.obstacles li{padding-left:12px;text-indent:-12px}
.obstacles li:before{content:"·";display:inline-block;width:12px;text-indent:0;color:var(--fail);font-weight:700}
.obstacles button{display:inline;text-indent:0}.obstacles button:hover{text-decoration:underline}
.obstacles-more .obstacles{margin-top:0}
.obstacles-more summary{font-size:13px;color:var(--dim);cursor:pointer;padding-left:12px}
.categories{width:100%;margin-top:10px}
.categories th,.categories td{padding:2px 0 2px 8px;border-bottom-color:#f1f4f5}
.categories th:first-child{padding-left:0}
.categories thead th{font-size:12px;font-weight:400}
.categories tbody th{font-weight:400}
.categories tbody tr:last-child>*{border-bottom:0}
.category{width:100%;border-radius:4px}
.category:hover{color:var(--accent)}
.category[aria-pressed=true]{color:#0b5c56;font-weight:600}
.category[aria-pressed=true]:before{content:"▸ "}
#rules .chips{position:sticky;top:0;z-index:1;background:#fff;border-top:1px solid var(--line);padding:8px 12px;gap:6px 14px}
.chips>div{display:flex;gap:5px;flex-wrap:wrap}
#rules .chip{font-size:13px;padding:1px 9px 1px 3px;gap:4px}
#rules .chip .sign{width:18px;height:18px;font-size:11px}
#rules .chip.plain{padding-left:8px}
.dot{width:9px;height:9px;border-radius:50%;background:var(--fail)}
.dot.warning{border-radius:1px;background:#b45309}
.dot.info{border-radius:0;background:#1d4ed8;clip-path:polygon(50% 0,100% 100%,0 100%)}
.rule-entry .figures{white-space:nowrap;text-align:right;color:var(--dim);font-size:13px}
.rule-entry .figures b{color:var(--ink);font-size:14px}
.rule-entry .rule{grid-column:2/4}
.rule-entry .why{grid-column:2/4;color:var(--dim);font-size:12px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.rule-entry.open .why{display:none}
.rule-entry .sign{align-self:start;margin-top:2px;grid-row:1/4}
.rule-entry .findings .sign,.cause .sign,.subjects .sign{margin-top:3px;grid-row:auto}
.rule-entry .body{padding:8px 12px 14px 20px}
.rule-entry .head:focus-visible{outline-offset:-2px}
.whole{white-space:nowrap}
.explanation{color:#3b4855;font-size:13px}
.reasons{margin:8px 0 0;padding:6px 10px;background:#f1f4f5;border-radius:6px;font-size:13px}
h4 span{font-weight:400}
.cause{margin-top:10px;padding:8px 10px;background:#fff7e6;border-radius:6px;font-size:13px}
.cause h4{margin:0 0 2px;color:#6b4300}
.advice{color:#0b5c56;font-size:13px}
.advice:before{content:"建议　";color:var(--dim)}
.cause .findings{margin-top:6px}
.findings{margin:4px 0 0 -6px}
.findings[data-from]{max-height:392px;overflow:auto;overscroll-behavior:contain}
.finding{display:grid;grid-template-columns:16px minmax(0,1fr) auto;column-gap:8px;width:100%;padding:4px 6px;border-radius:6px;font-size:13px;line-height:1.5}
.finding+.finding{border-top:1px solid #edf1f2}
.finding:hover{background:#eaf3f2}
.finding[aria-current=true]{background:#10242c;color:#fff}
.finding .where{font-weight:600;overflow-wrap:anywhere}
.finding .amount{white-space:nowrap}
.finding .message{grid-column:2/4;color:var(--dim);overflow-wrap:anywhere}
.finding[aria-current=true] .message{color:#d6e2e4}
.more{color:var(--dim);font-size:12px;margin-top:4px}
.printed{display:none}
.subjects{list-style:none;padding:0;font-size:13px}
.subjects li{display:flex;gap:7px;margin-top:2px}
.subjects span,.subjects details{overflow-wrap:anywhere;min-width:0}
.subjects summary{cursor:pointer}
#card{width:344px;max-height:calc(100% - 160px);overflow:auto}
#card header{align-items:flex-start}
#card .message{margin:0 0 8px;overflow-wrap:anywhere;font-weight:500}
#card .message .sign{margin-right:7px;vertical-align:-3px}
#card dl{font-size:13px}
#card .advice,#card .note{margin-top:8px;padding-top:8px;border-top:1px solid var(--line)}
#card .note{color:var(--dim);font-size:12px}
.legend{margin-top:8px;font-size:12px;color:var(--dim);display:flex;align-items:center;gap:6px}
.legend i{display:inline-block;flex:none}
.legend i+i,.legend i:not(:first-child){margin-left:8px}
.legend .own{width:7px;height:7px;background:#0f172a}
.legend .other{width:13px;height:13px;border:2px solid #0369a1;border-radius:50%}
.legend .rest{width:7px;height:7px;border:1px solid #64748b;border-radius:50%}
.actions{display:flex;gap:6px;margin-top:10px}
.actions button{flex:1;padding:4px 0;text-align:center;border:1px solid #cfd8dc;border-radius:6px;background:#fff}
.actions button:hover{background:#f1f8f7}
.actions .step{flex:0 0 36px;font-size:16px;line-height:1.3}
.actions .close-up{background:var(--accent);border-color:var(--accent);color:#fff}
.actions .close-up:hover{background:#0b5c56}
#tools{flex:0 1 auto;min-width:0}
#title,.invented{flex:none;white-space:nowrap}
#tools .layers{overflow-x:auto;scrollbar-width:thin}
#tools .layers button{flex:none;white-space:nowrap}
.layers i{flex:none}
.no-layers{padding:3px 10px;color:var(--dim)}
.filter{position:sticky;left:0;display:flex;gap:16px;align-items:center;padding-top:10px;font-size:13px;flex-wrap:wrap}
.filter input,.filter select{font:inherit;color:inherit;padding:3px 8px;border:1px solid #b6c2c8;border-radius:6px;background:#fff}
.filter input{width:230px}.filter select{max-width:230px}
.filter input:focus-visible,.filter select:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
#filter-count{color:var(--dim)}
#finding-table tbody tr{cursor:pointer}
#finding-table tbody tr:hover{background:#f4f8f8}
#finding-table tbody tr[aria-current=true]{background:#fff6cf}
.tabs td,.tabs thead th{white-space:nowrap}
#finding-table td:nth-child(3){white-space:normal;min-width:110px;max-width:260px;overflow-wrap:anywhere}
.tabs td.say{white-space:normal;min-width:240px;overflow-wrap:anywhere}
.tabs td.name{white-space:normal;overflow-wrap:anywhere;min-width:120px;max-width:260px}
.tabs td.hash{white-space:normal;min-width:200px}
.tabs table:not(.wide) td:last-child{white-space:normal}
.code{font-family:ui-monospace,Menlo,Consolas,monospace}
.examples{white-space:nowrap}
.piece{min-width:28px;padding:0 6px;text-align:center;border:1px solid #cfd8dc;border-radius:5px;background:#fff}
.piece+.piece{margin-left:4px}
.piece[aria-current=true]{background:var(--accent);border-color:var(--accent);color:#fff}
.layer{display:inline-block;margin-right:10px}
#more-rows{margin-top:10px;padding:3px 14px;border:1px solid #cfd8dc;border-radius:6px}
@media (max-width:759px){
#tools .layers{flex-wrap:nowrap}
#card{width:auto;max-height:46vh}
body:has(#card:not([hidden])){padding-bottom:46vh}
.findings[data-from]{max-height:none}
#rules .chips{position:static}
#rules,#rules .list{overflow:visible}
.filter input{width:100%}
.filter label:last-of-type{flex:1 1 100%}
}
@media print{
.actions,.filter,#more-rows,.examples,.obstacles-more summary{display:none!important}
.findings[data-from]{max-height:none;overflow:visible}
.rule-entry[hidden]{display:block!important}
.rule-entry .why{display:none}
.finding:nth-child(n+31),#finding-table tbody tr:nth-child(n+31){display:none}
.printed{display:block}
.rule-entry{break-inside:auto!important}
.finding,.cause,tr{break-inside:avoid}
}
`;
