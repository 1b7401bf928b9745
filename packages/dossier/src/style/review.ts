/** What only the report of a review has. */
export const reviewStyle = `
.verdict .figures{text-align:right;white-space:nowrap}
.verdict .unit{text-align:right;white-space:nowrap}
.explanation{line-height:1.7}
.reasons{padding:6px 10px 6px 24px;margin-top:8px;background:#fff7e6;border-radius:6px;font-size:13px}
.pieces{display:flex;flex-wrap:wrap;gap:4px;margin-top:10px;max-height:150px;overflow:auto}
.piece{min-width:30px;padding:1px 6px;text-align:center;border:1px solid #cfd8dc;border-radius:5px;background:#fff}
.piece[aria-current=true]{background:var(--accent);border-color:var(--accent);color:#fff}
.pieces .all{margin-left:auto;padding:1px 10px;border:1px solid #cfd8dc;border-radius:5px;background:#fff}
.more{width:100%;color:var(--dim);font-size:12px}
.details{width:100%;margin-top:10px;font-size:13px}
.details th{background:none;text-align:right;white-space:nowrap}
.details th:first-child{text-align:left}
.details td:last-child,.details th:last-child{padding-right:0}
[data-change]{cursor:pointer}
[data-change]:hover{background:#f4f8f8}
[data-change].chosen{background:#fff6cf}
.sign.fail{background:var(--fail)}.sign.undetermined{background:var(--doubt);border-radius:5px}.sign.pass{background:var(--pass)}.sign.notApplicable{background:var(--none)}
.trust{border-bottom:1px solid var(--line);background:#fff7e6;font-size:13px;max-height:45%;overflow:auto;flex:none}
.trust summary{display:flex;gap:8px;align-items:center;padding:9px 12px;cursor:pointer}
.trust h4,.trust ul,.trust p{margin:0 12px 8px}
.trust ul{padding-left:16px}.trust li{margin-bottom:4px}
.trust p{color:var(--dim)}
#tab-chapters h2{font-size:15px;margin:16px 0 0;padding-top:6px}
.exhibit{margin:10px 0 18px;padding-left:12px;border-left:3px solid var(--line)}
.exhibit.chosen{border-left-color:var(--accent)}
.exhibit h3{display:flex;gap:8px;align-items:center;font-size:14px;margin:0 0 4px}
.exhibit>p{margin:0;max-width:90ch;line-height:1.7}
.exhibit table{min-width:0}
.exhibit thead th{position:static}
figure{margin:10px 0}
figcaption{font-weight:600;padding-bottom:4px}
.matrix{display:flex;flex-wrap:wrap;gap:8px 32px;align-items:flex-start;margin-bottom:16px}
.matrix table{min-width:420px}
.flow{flex:1 1 560px;max-width:860px}
.flow svg,.ground svg{display:block;width:100%;height:auto}
.flow text{font-size:12px;dominant-baseline:middle;fill:var(--ink)}
.flow .area{fill:var(--dim)}
.flow .ribbon{opacity:.55}.flow .ribbon:hover{opacity:.9}
.flow .node{stroke:#14202b;stroke-width:.4}
.ground{max-width:900px}
.ground .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:12px}
.ground svg{background:#f6f7f4;border:1px solid var(--line);border-radius:6px}
.ground p{margin:4px 0 0;font-size:13px}
.ground path.served{fill:#9fcdb4;stroke:#2e7d46;stroke-width:.4}
.ground path.unserved{fill:url(#beyond);stroke:#b3401c;stroke-width:.5}
.ground path.facility{fill:#0f766e;stroke:#0b4f4a;stroke-width:.5}
.ground .legend{display:flex;flex-wrap:wrap;gap:4px 16px;color:var(--dim)}
.ground .legend i{display:inline-block;width:14px;height:10px;margin-right:5px;border:1px solid #5b6875}
.ground .legend .served{background:#9fcdb4}.ground .legend .facility{background:#0f766e}
.ground .legend .unserved{background:repeating-linear-gradient(45deg,#fbe3da 0 3px,#b3401c 3px 4.5px)}
.ground .bar{flex:1 1 140px}.ground .bar i{height:6px;border-top:0;max-width:60px}
.verdict .exhibits{margin-top:10px;padding:1px 10px;border:1px solid #cfd8dc;border-radius:5px;background:#fff}
.chapters{flex:1 1 100%;font:inherit;padding:3px 6px;border:1px solid #cfd8dc;border-radius:6px;background:#fff;color:inherit}
@media print{.pieces{display:none!important}}
`;
