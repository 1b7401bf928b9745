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
@media print{.pieces{display:none!important}}
`;
