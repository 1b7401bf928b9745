/// <reference lib="dom" />
import type { Elements } from './elements.ts';
import type { Furniture } from './furniture.ts';
import type { PageFindings } from './read-findings.ts';

/**
 * The table of all findings in the drawer, filtered by layer and text, some rows at a time. Runs in the page; self-contained.
 *
 * @param choose called with the number of a finding that was clicked
 * @param added called after rows were added
 */
export function fillFindingTable(
  { $, number }: Furniture,
  { element, severityText }: Elements,
  findings: PageFindings,
  choose: (finding: number) => void,
  added: () => void,
): void {
  if (!$('#finding-table')) return;
  const { rules } = findings;
  const ROWS = 200;
  let matched: number[] = [];
  const addRows = (): void => {
    const body = $('#finding-table tbody');
    const from = body.children.length;
    for (const i of matched.slice(from, from + ROWS)) {
      const fact = findings.of(i);
      const row = document.createElement('tr');
      row.tabIndex = 0;
      row.dataset.finding = String(i);
      const cells = [
        rules[fact.rule]!.id,
        severityText(fact.severity),
        fact.layer,
        fact.row === null ? '' : String(fact.row),
        fact.bsm,
        fact.attribute,
        fact.message,
        fact.measure,
      ];
      for (const [c, text] of cells.entries()) {
        row.append(element('td', c === 3 || c === 7 ? 'n' : c === 6 ? 'say' : '', text));
      }
      row.onclick = () => choose(i);
      row.onkeydown = (event) => {
        if (event.key === 'Enter') choose(i);
      };
      body.append(row);
    }
    $('#more-rows').hidden = body.children.length >= matched.length;
    added();
  };
  const filterRows = (): void => {
    const layer = $<HTMLSelectElement>('#filter-layer').value;
    const text = $<HTMLInputElement>('#filter-text').value.trim().toLowerCase();
    matched = [];
    let listed = 0;
    for (const [r, rule] of rules.entries()) {
      listed += rule.count;
      const name = `${rule.id} ${rule.title}`.toLowerCase();
      for (let i = rule.from; i < rule.from + rule.count; i++) {
        const fact = findings.of(i);
        if (layer !== '' && fact.layer !== layer) continue;
        const own = `${fact.layer} ${fact.bsm} ${fact.attribute} ${fact.message}`.toLowerCase();
        if (fact.rule === r && (name.includes(text) || own.includes(text))) matched.push(i);
      }
    }
    const total = Number($('#finding-table').dataset.total);
    const rest = total > listed ? `，共 ${number(total, 0)} 处，其余见 findings.xlsx` : '';
    $('#filter-count').textContent = `${number(matched.length, 0)} / ${number(listed, 0)} 处${rest}`;
    $('#finding-table tbody').replaceChildren();
    addRows();
  };
  $('#filter-layer').onchange = filterRows;
  $('#filter-text').oninput = filterRows;
  $('#more-rows').onclick = addRows;
  filterRows();
}
