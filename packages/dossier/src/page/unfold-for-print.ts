/// <reference lib="dom" />
import type { Furniture } from './furniture.ts';

/**
 * Unfolds what is folded on the screen while the page is printed: it would be missing on paper. Runs in the page; self-contained.
 *
 * @param prepare called before
 */
export function unfoldForPrint({ all }: Furniture, prepare: () => void): void {
  window.addEventListener('beforeprint', () => {
    prepare();
    for (const details of all('.desk details:not([open])')) {
      details.toggleAttribute('open', true);
      details.dataset.unfolded = '';
    }
  });
  window.addEventListener('afterprint', () => {
    for (const details of all('[data-unfolded]')) {
      details.toggleAttribute('open', false);
      delete details.dataset.unfolded;
    }
  });
}
