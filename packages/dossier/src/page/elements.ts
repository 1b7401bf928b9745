/// <reference lib="dom" />
import type { PageFinding } from './read-findings.ts';

/** Makes the elements of which the parts of an inspection's page are put together. Text stays text. */
export interface Elements {
  element(tag: string, name: string, text?: string): HTMLElement;
  button(name: string, text: string, act: () => void): HTMLElement;
  /** A paragraph in which codes of rules and options of commands are not broken over lines. */
  sentence(name: string, text: string): HTMLElement;
  /** The small sign of a severity. */
  sign(severity: PageFinding['severity']): HTMLElement;
  /** A severity as sign and word. */
  severityText(severity: PageFinding['severity']): string;
}

/**
 * Runs in the page; self-contained.
 *
 * @param unbroken see `unbroken.ts`
 */
export function createElements(unbroken: RegExp): Elements {
  const severities = {
    error: { word: '错误', sign: '✕' },
    warning: { word: '警告', sign: '!' },
    info: { word: '提示', sign: 'i' },
  };
  const element = (tag: string, name: string, text = ''): HTMLElement => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };
  return {
    element,
    button: (name, text, act) => {
      const made = element('button', name, text);
      made.setAttribute('type', 'button');
      made.onclick = act;
      return made;
    },
    sentence: (name, text) => {
      const made = element('p', name);
      for (const [k, part] of text.split(unbroken).entries()) {
        made.append(k % 2 === 1 ? element('span', 'whole', part) : part);
      }
      return made;
    },
    sign: (severity) => {
      const made = element('i', `sign small ${severity}`, severities[severity].sign);
      made.title = severities[severity].word;
      return made;
    },
    severityText: (severity) => `${severities[severity].sign} ${severities[severity].word}`,
  };
}
