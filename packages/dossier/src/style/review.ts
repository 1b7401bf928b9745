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
@media print{.pieces{display:none!important}}
`;
