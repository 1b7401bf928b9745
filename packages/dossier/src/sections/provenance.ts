import { isVerified, type Provenance, type ThresholdSetting } from '@tuheng/standard';
import { type Html, html } from '../html.ts';
import { confidenceWords } from '../words.ts';

/** How sure we are of a source, marked where it is not verified. */
export function sureness(item: Provenance): Html {
  return html`<small>${confidenceMark(item)} ${item.source}</small>`;
}

export function confidenceMark(item: Provenance): Html {
  return html`<span class="${isVerified(item) ? 'sure' : 'unsure'}">${confidenceWords[item.confidence]}</span>`;
}

/** A document that a rule rests on, with its article where one is known. */
export function basisItem(
  basis: Provenance & { readonly document: string; readonly article?: string },
): Html {
  return html`<li>${basis.document}${basis.article ? html` <span class="article">${basis.article}</span>` : ''}<br>${sureness(basis)}</li>`;
}

/** A number, word or list that a rule uses. */
export function parameterItem(
  parameter: Provenance & {
    readonly name: string;
    readonly title: string;
    readonly value: number | string | readonly string[];
    readonly unit: string;
    readonly set?: ThresholdSetting;
  },
): Html {
  return html`<li title="${parameter.name}">${parameter.title}：<b>${valueText(parameter.value)}</b> ${parameter.unit}<br>${sureness(parameter)}${parameter.set && html`<br><small>${settingText(parameter.set)}</small>`}</li>`;
}

/** Who set a threshold, when (day in China) and why. */
function settingText({ region: { adcode, name }, by, at, reason }: ThresholdSetting): string {
  const day = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
  return `${name}（${adcode}）${by} 于 ${day} 设定，理由：${reason}`;
}

function valueText(value: number | string | readonly string[]): string {
  return (typeof value === 'object' ? value.join('、') : String(value)) || '（空）';
}
