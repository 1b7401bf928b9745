/// <reference lib="dom" />
import type { Furniture } from './furniture.ts';

/**
 * Wires the chips of status and severity and the names of categories, which hide rules of the list. Runs in the page; self-contained.
 *
 * @param changed called with the rules that are left
 */
export function wireRuleFilter({ $, all }: Furniture, changed: (rules: number[]) => void): void {
  const isOn = (selector: string): boolean => $(selector)?.getAttribute('aria-pressed') !== 'false';
  let category = '';
  const apply = (): void => {
    const visible: number[] = [];
    for (const entry of all('.rule-entry')) {
      const { status, severity, category: own, rule } = entry.dataset;
      entry.hidden = !(
        isOn(`.chip[data-status="${status}"]`) &&
        isOn(`.chip[data-severity="${severity}"]`) &&
        (category === '' || category === own)
      );
      if (!entry.hidden) visible.push(Number(rule));
    }
    $('#no-rules').hidden = visible.length > 0;
    changed(visible);
  };
  for (const chip of all('.chip')) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
  }
  for (const name of all('.category')) {
    name.addEventListener('click', () => {
      category = category === name.dataset.category ? '' : name.dataset.category!;
      for (const other of all('.category')) {
        other.setAttribute('aria-pressed', String(other.dataset.category === category));
      }
      apply();
    });
  }
}
