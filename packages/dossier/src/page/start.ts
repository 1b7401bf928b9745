import type { decodeLayer as Decode, PageLayer } from './decode.ts';
import type { createMap as Create } from './map.ts';

/** Wires the page: list, map, card, drawer, keys. Runs in the page with the two functions beside it. */
export function startPage(decodeLayer: typeof Decode, createMap: typeof Create): void {
  type Encoded = Parameters<typeof Decode>[0];
  const read = (id: string) => JSON.parse(document.getElementById(id)!.textContent!);
  const scene: {
    origin: number[];
    zone: { falseEasting: number };
    colours: string[];
    layers: Encoded[];
    evidence: Encoded;
    evidenceStart: number[];
    changes: Encoded;
  } = read('scene');
  const facts: { title: string; pieces: [string, string, string, string, number, number][] }[] =
    read('facts');
  const $ = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
  const narrow = (): boolean => window.innerWidth < 760;

  const layers = scene.layers.map(decodeLayer);
  const evidence = decodeLayer(scene.evidence);
  const changes = decodeLayer(scene.changes);
  const map = createMap(
    $<HTMLCanvasElement>('#map'),
    { layers, evidence, changes, colours: scene.colours },
    () =>
      narrow()
        ? { left: 0, right: 0, top: $('#top').offsetHeight + 8, bottom: 0 }
        : {
            left: $('#verdicts').offsetWidth + 24,
            right: $('#card').hidden ? 16 : $('#card').offsetWidth + 24,
            top: 70,
            bottom: $('#drawer').offsetHeight + 24,
          },
  );
  map.full();

  const boxOf = (layer: PageLayer, features: number[]): number[] => {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const f of features) {
      box[0] = Math.min(box[0]!, layer.boxes[4 * f]!);
      box[1] = Math.min(box[1]!, layer.boxes[4 * f + 1]!);
      box[2] = Math.max(box[2]!, layer.boxes[4 * f + 2]!);
      box[3] = Math.max(box[3]!, layer.boxes[4 * f + 3]!);
    }
    return box;
  };
  const piecesOf = (verdict: number): number[] => {
    const from = scene.evidenceStart[verdict]!;
    return Array.from({ length: scene.evidenceStart[verdict + 1]! - from }, (_, k) => from + k);
  };
  const number = (value: number, digits: number): string =>
    value.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits });

  const card = $('#card');
  const showCard = (title: string, rows: [string, string][]): void => {
    card.replaceChildren();
    const head = document.createElement('header');
    head.textContent = title;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.setAttribute('aria-label', '关闭');
    close.textContent = '×';
    close.onclick = () => {
      card.hidden = true;
    };
    head.append(close);
    const list = document.createElement('dl');
    for (const [name, value] of rows) {
      const term = document.createElement('dt');
      term.textContent = name;
      const text = document.createElement('dd');
      text.textContent = value;
      list.append(term, text);
    }
    card.append(head, list);
    card.hidden = false;
  };
  const place = (box: number[]): string =>
    `${number(scene.origin[1]! + (box[1]! + box[3]!) / 2, 0)} / ${number(scene.origin[0]! + (box[0]! + box[2]!) / 2, 0)}`;

  let open = -1;
  const openVerdict = (verdict: number, fly: boolean): void => {
    open = verdict;
    for (const row of all('.verdict')) {
      const isOpen = Number(row.dataset.verdict) === verdict;
      row.classList.toggle('open', isOpen);
      row.querySelector('.head')!.setAttribute('aria-expanded', String(isOpen));
      // On a phone the page itself would scroll, and take the tapped row away from the finger.
      if (isOpen && !narrow()) row.scrollIntoView({ block: 'nearest' });
    }
    map.shown.lit = verdict < 0 ? [] : piecesOf(verdict);
    map.shown.chosen = -1;
    markPiece();
    if (fly && map.shown.lit.length > 0) map.fly(boxOf(evidence, map.shown.lit), 1.5, 1.3);
    else map.redraw();
  };
  const markPiece = (): void => {
    for (const chip of all('.piece')) {
      const at = scene.evidenceStart[Number(chip.dataset.verdict)]! + Number(chip.dataset.piece);
      chip.setAttribute('aria-current', String(at === map.shown.chosen));
    }
  };
  const choosePiece = (verdict: number, piece: number): void => {
    if (open !== verdict) openVerdict(verdict, false);
    const f = scene.evidenceStart[verdict]! + piece;
    const { title, pieces } = facts[verdict]!;
    const [label, layer, bsm, side, area, planeArea] = pieces[piece]!;
    map.shown.chosen = f;
    markPiece();
    showCard(`${title} ${piece + 1} / ${pieces.length}`, [
      ['图块', label],
      ['面积', `${number(area / 10000, 4)} ha · ${number((area / 10000) * 15, 2)} 亩`],
      ['', `${number(area, 2)} m²（平面 ${number(planeArea, 2)} m²）`],
      ['图层', `${layer} · ${side}`],
      ['标识码', bsm || '—'],
      ['位置', place(boxOf(evidence, [f]))],
    ]);
    map.fly(boxOf(evidence, [f]));
  };
  const chooseChange = (k: number): void => {
    map.shown.change = k;
    const row = all('[data-change]')[k];
    for (const other of all('[data-change]')) other.classList.toggle('chosen', other === row);
    const cells = [...(row?.children ?? [])].map((cell) => cell.textContent ?? '');
    showCard(`变更地块 ${cells[0] ?? ''}`, [
      ['图层', cells[1] ?? ''],
      ['类型', `${cells[2] ?? ''} ${cells[3]?.trim() ?? ''}`],
      ['面积', `${cells[4] ?? ''} ha · ${cells[5] ?? ''} 亩`],
      ['', `${cells[6] ?? ''} m²`],
      ['位置', place(boxOf(changes, [k]))],
    ]);
    map.fly(boxOf(changes, [k]));
  };

  for (const head of all('.verdict .head')) {
    head.addEventListener('click', () => {
      const verdict = Number(head.parentElement!.dataset.verdict);
      openVerdict(open === verdict ? -1 : verdict, open !== verdict);
    });
  }
  for (const chip of all('.piece')) {
    chip.addEventListener('click', () =>
      choosePiece(Number(chip.dataset.verdict), Number(chip.dataset.piece)),
    );
  }
  for (const button of all('.pieces .all'))
    button.addEventListener('click', () => openVerdict(Number(button.dataset.verdict), true));
  for (const [k, row] of all('[data-change]').entries()) {
    row.addEventListener('click', () => chooseChange(k));
    row.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') chooseChange(k);
    });
  }
  for (const chip of all('.chip')) {
    chip.addEventListener('click', () => {
      const on = chip.getAttribute('aria-pressed') !== 'true';
      chip.setAttribute('aria-pressed', String(on));
      for (const row of all('.verdict')) if (row.dataset.status === chip.dataset.status) row.hidden = !on;
    });
  }

  const setSide = (side: string): void => {
    map.shown.side = side as typeof map.shown.side;
    for (const button of all('[data-side]'))
      button.setAttribute('aria-pressed', String(button.dataset.side === side));
    map.redraw();
  };
  for (const button of all('[data-side]'))
    button.addEventListener('click', () => setSide(button.dataset.side!));
  for (const button of all('[data-layer]')) {
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(on));
      if (on) map.shown.hidden.delete(button.dataset.layer!);
      else map.shown.hidden.add(button.dataset.layer!);
      map.redraw();
    });
  }
  $('#zoom-in').onclick = () => map.zoom(1.6);
  $('#zoom-out').onclick = () => map.zoom(1 / 1.6);
  $('#zoom-full').onclick = () => map.full();

  const drawer = $('#drawer');
  const openTab = (name: string): void => {
    for (const tab of all('[role=tab]')) tab.setAttribute('aria-selected', String(tab.dataset.tab === name));
    for (const panel of all('[role=tabpanel]')) panel.hidden = panel.id !== `tab-${name}`;
    drawer.classList.toggle('open', name !== '');
  };
  for (const tab of all('[role=tab]')) {
    tab.addEventListener('click', () =>
      openTab(tab.getAttribute('aria-selected') === 'true' ? '' : tab.dataset.tab!),
    );
  }

  map.onTap((x, y) => {
    const lit = map.hit(evidence, x, y, map.shown.lit);
    if (lit >= 0) {
      choosePiece(open, lit - scene.evidenceStart[open]!);
      return;
    }
    const change = map.shown.hidden.has('changes') ? -1 : map.hit(changes, x, y);
    if (change < 0) return;
    openTab('pieces');
    chooseChange(change);
    all('[data-change]')[change]?.scrollIntoView({ block: 'center' });
  });
  map.onMove((x, y) => {
    $('#pointer').textContent = `Y ${number(scene.origin[0]! + x, 1)}　X ${number(scene.origin[1]! + y, 1)}`;
  });
  map.onView((metresPerPixel) => {
    const wanted = metresPerPixel * 110;
    const power = 10 ** Math.floor(Math.log10(wanted));
    const length = [5, 2, 1].map((step) => step * power).find((step) => step <= wanted) ?? power;
    $('#scale i').style.width = `${length / metresPerPixel}px`;
    $('#scale span').textContent = length >= 1000 ? `${length / 1000} km` : `${length} m`;
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = all('.verdict')
      .filter((row) => !row.hidden)
      .map((row) => Number(row.dataset.verdict));
    const step = (by: number): void => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(open) + by))];
      if (next === undefined) return;
      openVerdict(next, true);
      $(`.verdict[data-verdict="${next}"] .head`).focus();
    };
    const piece = (by: number): void => {
      const count = map.shown.lit.length;
      if (open < 0 || count === 0) return;
      const now = map.shown.chosen < 0 ? -1 : map.shown.chosen - scene.evidenceStart[open]!;
      choosePiece(open, (now + by + count) % count);
    };
    const keys: Record<string, () => void> = {
      j: () => step(1),
      k: () => step(-1),
      n: () => piece(1),
      p: () => piece(-1),
      b: () => setSide(map.shown.side === 'maintained' ? 'filed' : 'maintained'),
      f: () => map.full(),
      Escape: () => {
        card.hidden = true;
        openTab('');
      },
    };
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  document.documentElement.dataset.ready = 'true';
}
