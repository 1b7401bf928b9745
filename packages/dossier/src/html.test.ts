import { describe, expect, it } from 'vitest';
import { html, jsonScript } from './html.ts';

describe('html', () => {
  it('escapes values in text and in attributes, but not markup', () => {
    const inner = html`<b>${'1 < 2'}</b>`;
    expect(html`<p title="${'a"b'}">${inner}${"'"}</p>`.text).toBe(
      '<p title="a&quot;b"><b>1 &lt; 2</b>&#39;</p>',
    );
  });

  it('joins lists and leaves out nothing-values', () => {
    expect(html`${[1, 2].map((n) => html`<i>${n}</i>`)}${null}${false}${undefined}${0}`.text).toBe(
      '<i>1</i><i>2</i>0',
    );
  });
});

describe('jsonScript', () => {
  it('cannot be ended from inside and reads back the same', () => {
    const value = { text: '</script><!--\u2028', n: 1 };
    const { text } = jsonScript('data', value);
    const inside = text.slice(text.indexOf('>') + 1, text.lastIndexOf('</script>'));
    expect(inside).not.toContain('<');
    expect(JSON.parse(inside)).toEqual(value);
  });
});
