/// <reference lib="dom" />
import type { PagePlaces } from './decode-places.ts';
import type { Elements } from './elements.ts';
import type { FindingFlights } from './fly-to-finding.ts';
import type { Furniture } from './furniture.ts';
import type { PageFindings } from './read-findings.ts';

/**
 * The card of a finding: what was found, where, what to do, and the buttons to look at it. Runs in the page; self-contained.
 *
 * @param simplified findings of which the map draws fewer vertices than there are
 * @param step goes to the next finding, or with −1 the one before
 */
export function createFindingCard(
  { number, showCard }: Furniture,
  { element, button, sentence, sign }: Elements,
  findings: PageFindings,
  places: PagePlaces,
  simplified: readonly number[],
  flights: FindingFlights,
  step: (by: number) => void,
): (finding: number) => void {
  const legend = (): HTMLElement => {
    const made = element('p', 'legend');
    made.append(
      element('i', 'own'),
      '本图斑节点',
      element('i', 'other'),
      '相关图斑节点',
      element('i', 'rest'),
      '其他',
    );
    return made;
  };
  const actions = (i: number): HTMLElement => {
    const made = element('div', 'actions');
    made.append(
      button('step', '‹', () => step(-1)),
      button('close-up', '近看', () => flights.close(i)),
      button('around', '看周围', () => flights.around(i)),
      button('step', '›', () => step(1)),
    );
    made.firstElementChild!.setAttribute('aria-label', '上一处（p）');
    made.lastElementChild!.setAttribute('aria-label', '下一处（n）');
    return made;
  };
  const optional = (name: string, value: string): [string, string][] => (value ? [[name, value]] : []);

  return (i) => {
    const fact = findings.of(i);
    const { id, title, from, count, total } = findings.rules[fact.rule]!;
    const isExample = i >= from + count;
    const [lon, lat, north, east] = fact.point;
    const message = sentence('message', fact.message);
    message.prepend(sign(fact.severity));
    const after: HTMLElement[] = [sentence('advice', fact.suggestion)];
    if (simplified.includes(i)) after.push(element('p', 'note', '图形节点过多，这里画的是简化后的。'));
    if (places.kinds[i] === 'none') {
      after.push(element('p', 'note', '这个问题没有可以画出的位置。'));
    } else {
      if (places.borders[i]!.length > 0) after.push(legend());
      after.push(actions(i));
    }
    showCard(
      `${id} ${title}`,
      [
        [
          '序号',
          isExample
            ? `系统性原因示例 ${i - from - count + 1}`
            : `${number(i - from + 1, 0)} / ${number(total, 0)}`,
        ],
        ['图层', fact.row === null ? fact.layer : `${fact.layer} 第 ${fact.row} 行`],
        ...optional('标识码', fact.bsm),
        ...optional('字段', fact.attribute),
        ...optional('相关', fact.others),
        ...optional('量值', fact.measure),
        ...(lon === undefined
          ? []
          : ([
              ['经纬度', `${lon.toFixed(9)}°E ${lat!.toFixed(9)}°N`],
              ['平面', `X ${number(north!, 3)} Y ${number(east!, 3)}`],
            ] as [string, string][])),
      ],
      after,
      [message],
    );
  };
}
