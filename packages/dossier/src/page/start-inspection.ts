import type { FindingFacts } from '../inspection/finding-facts.ts';
import type { decodeLayer as Decode } from './decode.ts';
import type { decodePlaces as DecodePlaces } from './decode-places.ts';
import type { furnish as Furnish } from './furniture.ts';
import type { createMap as Create } from './map.ts';
import type { InspectionShown, createInspectionPainter as Paint } from './paint-inspection.ts';
import type { readSteps as Read } from './read-steps.ts';

/** Wires the page of an inspection: list of rules, findings, map, table, keys. Runs in the page with the functions it is given. */
export function startInspection(
  readSteps: typeof Read,
  decodeLayer: typeof Decode,
  decodePlaces: typeof DecodePlaces,
  createMap: typeof Create,
  furnish: typeof Furnish,
  createPainter: typeof Paint,
): void {
  type Encoded = Parameters<typeof Decode>[0];
  const furniture = furnish();
  const { $, all, read, narrow, number, showCard, openTab } = furniture;
  const scene = read<{
    origin: number[];
    bounds: number[];
    colours: string[];
    layers: Encoded[];
    quantum: number;
    places: string;
    borders: string;
    simplified: number[];
    printed: number;
  }>('scene');
  const { words, rules, rows } = read<FindingFacts>('facts');
  const severityWords = { error: '错误', warning: '警告', info: '提示' };
  const severitySigns = { error: '✕', warning: '!', info: 'i' };
  const factOf = (i: number) => {
    const [rule, severity, layer, bsm, row, attribute, message, measure, suggestion, others, width, point] =
      rows[i]!;
    return {
      rule,
      severity: words[severity] as keyof typeof severityWords,
      layer: words[layer]!,
      bsm,
      row,
      attribute: words[attribute]!,
      message: words[message]!,
      measure: words[measure]!,
      suggestion: words[suggestion]!,
      others: words[others]!,
      width,
      point,
    };
  };

  const places = decodePlaces(scene, readSteps);
  const { kinds, parts, boxes } = places;
  const shown: InspectionShown = { hidden: new Set(), all: rows.map((_, i) => i), lit: [], chosen: -1 };
  const map = createMap($<HTMLCanvasElement>('#map'), {
    bounds: scene.bounds,
    closest: 20_000,
    smallest: 0.01,
    margin: furniture.margin,
    paint: createPainter(
      { layers: scene.layers.map((layer) => decodeLayer(layer, readSteps)), colours: scene.colours, places },
      rows.map((_, i) => factOf(i).severity),
      shown,
    ),
  });
  map.full();

  const element = (tag: string, name: string, text = ''): HTMLElement => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };
  const button = (name: string, text: string, act: () => void): HTMLElement => {
    const made = element('button', name, text);
    made.setAttribute('type', 'button');
    made.onclick = act;
    return made;
  };

  /** Text in which codes of rules and options of commands are not broken over lines. */
  const sentence = (name: string, text: string): HTMLElement => {
    const made = element('p', name);
    for (const [k, part] of text.split(/([A-Z]-\d\d|tuheng inspect --\w+|--\w+)/).entries()) {
      made.append(k % 2 === 1 ? element('span', 'whole', part) : part);
    }
    return made;
  };

  /** Findings of a rule in the order of stepping: its own, then the examples of its causes. */
  const findingsOf = (rule: number): number[] => {
    const { from, count, examples } = rules[rule]!;
    return Array.from({ length: count + examples }, (_, k) => from + k);
  };

  const findingRow = (i: number): HTMLElement => {
    const fact = factOf(i);
    const row = button('finding', '', () => choose(i));
    row.dataset.finding = String(i);
    const sign = element('i', `sign small ${fact.severity}`, severitySigns[fact.severity]);
    sign.title = severityWords[fact.severity];
    const where = element('span', 'where', fact.layer);
    if (fact.row !== null) where.append(` 第 ${fact.row} 行`);
    if (fact.attribute) where.append(` · ${fact.attribute}`);
    row.append(
      sign,
      where,
      element('span', 'amount', fact.measure),
      element('span', 'message', fact.message),
    );
    return row;
  };
  /** Fills the findings of a rule when they are first wanted. */
  const fill = (rule: number, most: number): void => {
    const entry = $(`.rule-entry[data-rule="${rule}"]`);
    const list = entry.querySelector<HTMLElement>('.findings[data-from]');
    const from = Number(list?.dataset.from);
    const wanted = Math.min(most, Number(list?.dataset.count));
    for (let k = list?.children.length ?? 0; k < wanted; k++) list!.append(findingRow(from + k));
    for (const slot of entry.querySelectorAll<HTMLElement>('[data-slot]')) {
      slot.replaceWith(findingRow(Number(slot.dataset.slot)));
    }
  };

  const boxOf = (list: number[]): number[] => {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of list) {
      box[0] = Math.min(box[0]!, boxes[4 * i]!);
      box[1] = Math.min(box[1]!, boxes[4 * i + 1]!);
      box[2] = Math.max(box[2]!, boxes[4 * i + 2]!);
      box[3] = Math.max(box[3]!, boxes[4 * i + 3]!);
    }
    return box;
  };
  const markChosen = (): void => {
    for (const row of all('[data-finding]')) {
      row.setAttribute('aria-current', String(Number(row.dataset.finding) === shown.chosen));
    }
  };
  /** The address tells what is open, so that a reload or a link to the file shows the same. */
  const tellAddress = (): void => {
    const rule = rules[open];
    const at = shown.chosen < 0 || !rule ? '' : `/${shown.chosen - rule.from + 1}`;
    try {
      history.replaceState(null, '', rule ? `#${rule.id}${at}` : location.pathname);
    } catch {
      // Some viewers open a file without an address that may be changed.
    }
  };

  let open = -1;
  const openRule = (rule: number, fly: boolean): void => {
    open = rule;
    shown.lit = [];
    shown.chosen = -1;
    if (rule >= 0) {
      fill(rule, Infinity);
      shown.lit = findingsOf(rule);
    }
    for (const entry of all('.rule-entry')) {
      const isOpen = Number(entry.dataset.rule) === rule;
      entry.classList.toggle('open', isOpen);
      entry.querySelector('.head')!.setAttribute('aria-expanded', String(isOpen));
      if (isOpen && !narrow()) {
        const list = $('.desk .list');
        const above = entry.getBoundingClientRect().top - list.getBoundingClientRect().top;
        list.scrollBy({ top: above - $('.chips').offsetHeight });
      }
    }
    markChosen();
    tellAddress();
    const drawn = shown.lit.filter((i) => kinds[i] !== 'none');
    if (fly && drawn.length > 0) map.fly(boxOf(drawn), 1.5, 1.3);
    else map.redraw();
  };

  /** So near that the fault fills the view, and a width of less than a pixel becomes one of sixty. */
  const flyClose = (i: number): void => {
    const { width } = factOf(i);
    const box = boxOf([i]);
    const size = Math.max(box[2]! - box[0]!, box[3]! - box[1]!);
    // Without borders around it only the ground tells where it is, and that fades when it is too near.
    if (places.borders[i]!.length === 0) map.fly(box, 6, 2.6);
    else if (size > 0.5) map.fly(box, 400, 2.6);
    else map.fly(box, width > 0 ? Math.min(20_000, Math.max(40, 60 / width)) : size > 0 ? 20_000 : 60, 6);
  };
  const flyAround = (i: number): void => map.fly(boxOf([i]), 0.6, 8);

  const choose = (i: number): void => {
    const fact = factOf(i);
    if (open !== fact.rule) openRule(fact.rule, false);
    shown.chosen = i;
    markChosen();
    tellAddress();
    const { id, title, from, count } = rules[fact.rule]!;
    const isExample = i >= from + count;
    const [lon, lat, north, east] = fact.point;
    const optional = (name: string, value: string): [string, string][] => (value ? [[name, value]] : []);
    const message = sentence('message', fact.message);
    const sign = element('i', `sign small ${fact.severity}`, severitySigns[fact.severity]);
    sign.title = severityWords[fact.severity];
    message.prepend(sign);
    const advice = sentence('advice', fact.suggestion);
    const after: HTMLElement[] = [advice];
    if (scene.simplified.includes(i)) after.push(element('p', 'note', '图形节点过多，这里画的是简化后的。'));
    if (kinds[i] === 'none') {
      after.push(element('p', 'note', '这个问题没有可以画出的位置。'));
    } else {
      if (places.borders[i]!.length > 0) {
        const legend = element('p', 'legend');
        legend.append(
          element('i', 'own'),
          '本图斑节点',
          element('i', 'other'),
          '相关图斑节点',
          element('i', 'rest'),
          '其他',
        );
        after.push(legend);
      }
      const actions = element('div', 'actions');
      actions.append(
        button('step', '‹', () => step(-1)),
        button('close-up', '近看', () => flyClose(i)),
        button('around', '看周围', () => flyAround(i)),
        button('step', '›', () => step(1)),
      );
      actions.firstElementChild!.setAttribute('aria-label', '上一处（p）');
      actions.lastElementChild!.setAttribute('aria-label', '下一处（n）');
      after.push(actions);
    }
    showCard(
      `${id} ${title}`,
      [
        [
          '序号',
          isExample
            ? `系统性原因示例 ${i - from - count + 1}`
            : `${number(i - from + 1, 0)} / ${number(rules[fact.rule]!.total, 0)}`,
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
    const row = $(`.rule-entry.open .finding[data-finding="${i}"]`);
    if (!narrow()) row?.scrollIntoView({ block: 'nearest' });
    if (kinds[i] === 'none') map.redraw();
    else flyClose(i);
  };

  const step = (by: number): void => {
    const list = shown.lit;
    if (open < 0 || list.length === 0) return;
    const at = list.indexOf(shown.chosen);
    choose(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length]!);
  };

  const isOn = (selector: string): boolean => $(selector)?.getAttribute('aria-pressed') !== 'false';
  let category = '';
  const applyFilter = (): void => {
    const visible: number[] = [];
    let entries = 0;
    for (const entry of all('.rule-entry')) {
      const { status, severity, category: own, rule } = entry.dataset;
      entry.hidden = !(
        isOn(`.chip[data-status="${status}"]`) &&
        isOn(`.chip[data-severity="${severity}"]`) &&
        (category === '' || category === own)
      );
      if (entry.hidden) continue;
      entries++;
      visible.push(...findingsOf(Number(rule)));
    }
    $('#no-rules').hidden = entries > 0;
    shown.all = visible;
    if (open >= 0 && $(`.rule-entry[data-rule="${open}"]`).hidden) openRule(-1, false);
    else map.redraw();
  };
  for (const chip of all('.chip')) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      applyFilter();
    });
  }
  for (const name of all('.category')) {
    name.addEventListener('click', () => {
      category = category === name.dataset.category ? '' : name.dataset.category!;
      for (const other of all('.category')) {
        other.setAttribute('aria-pressed', String(other.dataset.category === category));
      }
      applyFilter();
    });
  }

  for (const head of all('.rule-entry .head')) {
    head.addEventListener('click', () => {
      const rule = Number(head.parentElement!.dataset.rule);
      openRule(open === rule ? -1 : rule, open !== rule);
    });
  }
  const openById = (id: string): void => {
    const rule = rules.findIndex((candidate) => candidate.id === id);
    if (rule >= 0) openRule(rule, true);
  };
  for (const each of all('[data-open]')) each.addEventListener('click', () => openById(each.dataset.open!));
  for (const each of all('.examples [data-finding]')) {
    each.addEventListener('click', () => choose(Number(each.dataset.finding)));
  }

  const ROWS = 200;
  let matched: number[] = [];
  const addRows = (): void => {
    const body = $('#finding-table tbody');
    const from = body.children.length;
    for (const i of matched.slice(from, from + ROWS)) {
      const fact = factOf(i);
      const row = document.createElement('tr');
      row.tabIndex = 0;
      row.dataset.finding = String(i);
      const cells = [
        rules[fact.rule]!.id,
        `${severitySigns[fact.severity]} ${severityWords[fact.severity]}`,
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
    markChosen();
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
        const fact = factOf(i);
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
  if ($('#finding-table')) {
    $('#filter-layer').onchange = filterRows;
    $('#filter-text').oninput = filterRows;
    $('#more-rows').onclick = addRows;
    filterRows();
  }

  furniture.attach(map, shown.hidden, scene.origin, () => (map.scale() > 20 ? 4 : 1));
  map.onTap((x, y) => {
    const near = nearest(x, y, shown.lit.length > 0 ? shown.lit : shown.all);
    if (near >= 0) choose(near);
  });

  /** The finding under a point of the canvas: the nearest vertex or edge within reach, else the smallest polygon around it. */
  const nearest = (px: number, py: number, among: number[]): number => {
    const [x, y] = map.at(px, py);
    const reach = 14 / map.scale();
    let best = -1;
    let least = reach;
    let around = -1;
    let smallest = Infinity;
    for (const i of among) {
      const [w, s, e, n] = boxes.subarray(4 * i, 4 * i + 4);
      if (kinds[i] === 'none' || x < w! - reach || x > e! + reach || y < s! - reach || y > n! + reach)
        continue;
      // As a dot it is drawn in the middle of its box.
      const size = Math.max(e! - w!, n! - s!);
      let distance =
        size < reach || shown.lit.length === 0 ? Math.hypot((w! + e!) / 2 - x, (s! + n!) / 2 - y) : Infinity;
      let crossings = 0;
      for (const xy of parts[i]!) {
        const isRing = kinds[i] === 'polygon';
        for (let v = 0; v < xy.length; v += 2) {
          const next = v + 2 < xy.length ? v + 2 : isRing ? 0 : v;
          const [x0, y0, x1, y1] = [xy[v]!, xy[v + 1]!, xy[next]!, xy[next + 1]!];
          const [dx, dy] = [x1 - x0, y1 - y0];
          const along = dx * dx + dy * dy;
          const t = along > 0 ? Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / along)) : 0;
          distance = Math.min(distance, Math.hypot(x0 + t * dx - x, y0 + t * dy - y));
          if (isRing && y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * dx) crossings++;
        }
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
      if (crossings % 2 === 1 && size < smallest) {
        smallest = size;
        around = i;
      }
    }
    return best >= 0 ? best : around;
  };

  const stepRule = (by: number): void => {
    const list = all('.rule-entry')
      .filter((entry) => !entry.hidden)
      .map((entry) => Number(entry.dataset.rule));
    const next = list[Math.min(list.length - 1, Math.max(0, list.indexOf(open) + by))];
    if (next === undefined) return;
    openRule(next, true);
    $(`.rule-entry[data-rule="${next}"] .head`).focus({ preventScroll: true });
  };
  furniture.keys({
    j: () => stepRule(1),
    k: () => stepRule(-1),
    n: () => step(1),
    p: () => step(-1),
    f: () => map.full(),
    Escape: () => {
      furniture.hideCard();
      openTab('');
    },
  });
  window.addEventListener('beforeprint', () => {
    for (const rule of rules.keys()) fill(rule, scene.printed);
    // What is folded on the screen would be missing on paper.
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

  const [wanted, at] = decodeURIComponent(location.hash.slice(1)).split('/');
  const first = rules.findIndex(({ id }) => id === wanted);
  if (first >= 0) {
    const i = rules[first]!.from + Number(at) - 1;
    if (findingsOf(first).includes(i)) choose(i);
    else openRule(first, true);
  }
  document.documentElement.dataset.ready = 'true';
}
