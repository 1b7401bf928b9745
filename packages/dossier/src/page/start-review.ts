import type { decodeLayer, PageLayer } from './decode.ts';
import type { furnish } from './furniture.ts';
import type { createMap } from './map.ts';
import type { createReviewPainter, ReviewShown } from './paint-review.ts';
import type { readSteps } from './read-steps.ts';

/** What the page of a review is made of, each part self-contained. */
export interface ReviewParts {
  readonly readSteps: typeof readSteps;
  readonly decodeLayer: typeof decodeLayer;
  readonly furnish: typeof furnish;
  readonly createMap: typeof createMap;
  readonly createReviewPainter: typeof createReviewPainter;
}

/** Wires the page of a review: list, map, tables, keys. Runs in the page with the parts it is given. */
export function startReview(given: ReviewParts): void {
  type Encoded = Parameters<typeof decodeLayer>[0];
  const furniture = given.furnish();
  const { $, all, read, narrow, number, showCard, openTab } = furniture;
  const scene = read<{
    origin: number[];
    colours: string[];
    layers: Encoded[];
    evidence: Encoded;
    evidenceStart: number[];
    changes: Encoded;
  }>('scene');
  const facts =
    read<{ title: string; pieces: [string, string, string, string, number, number][] }[]>('facts');

  const layers = scene.layers.map((layer) => given.decodeLayer(layer, given.readSteps));
  const evidence = given.decodeLayer(scene.evidence, given.readSteps);
  const changes = given.decodeLayer(scene.changes, given.readSteps);
  const shown: ReviewShown = { side: 'maintained', hidden: new Set(), lit: [], chosen: -1, change: -1 };
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { boxes } of [...layers, changes]) {
    for (let i = 0; i < boxes.length; i += 4) {
      if (boxes[i]! > boxes[i + 2]!) continue;
      bounds[0] = Math.min(bounds[0]!, boxes[i]!);
      bounds[1] = Math.min(bounds[1]!, boxes[i + 1]!);
      bounds[2] = Math.max(bounds[2]!, boxes[i + 2]!);
      bounds[3] = Math.max(bounds[3]!, boxes[i + 3]!);
    }
  }
  const map = given.createMap($<HTMLCanvasElement>('#map'), {
    bounds,
    closest: 200,
    smallest: 1,
    margin: furniture.margin,
    paint: given.createReviewPainter({ layers, evidence, changes, colours: scene.colours }, shown),
  });
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
    shown.lit = verdict < 0 ? [] : piecesOf(verdict);
    shown.chosen = -1;
    markPiece();
    if (fly && shown.lit.length > 0) map.fly(boxOf(evidence, shown.lit), 1.5, 1.3);
    else map.redraw();
  };
  const markPiece = (): void => {
    for (const chip of all('.piece')) {
      const at = scene.evidenceStart[Number(chip.dataset.verdict)]! + Number(chip.dataset.piece);
      chip.setAttribute('aria-current', String(at === shown.chosen));
    }
  };
  const choosePiece = (verdict: number, piece: number): void => {
    if (open !== verdict) openVerdict(verdict, false);
    const f = scene.evidenceStart[verdict]! + piece;
    const { title, pieces } = facts[verdict]!;
    const [label, layer, bsm, side, area, planeArea] = pieces[piece]!;
    shown.chosen = f;
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
    shown.change = k;
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
      filter();
    });
  }
  const chapters = $<HTMLSelectElement>('.chapters');
  chapters.addEventListener('change', () => filter());
  const filter = (): void => {
    const off = all('.chip')
      .filter((chip) => chip.getAttribute('aria-pressed') !== 'true')
      .map((chip) => chip.dataset.status);
    for (const row of all('.verdict')) {
      row.hidden = off.includes(row.dataset.status) || !['', row.dataset.chapter].includes(chapters.value);
    }
  };
  for (const button of all('[data-exhibit]')) {
    button.addEventListener('click', () => {
      openTab('chapters');
      const wanted = document.getElementById(button.dataset.exhibit!)!;
      for (const other of all('.exhibit')) other.classList.toggle('chosen', other === wanted);
      wanted.scrollIntoView({ block: 'start' });
    });
  }

  const setSide = (side: string): void => {
    shown.side = side as typeof shown.side;
    for (const button of all('[data-side]'))
      button.setAttribute('aria-pressed', String(button.dataset.side === side));
    map.redraw();
  };
  for (const button of all('[data-side]'))
    button.addEventListener('click', () => setSide(button.dataset.side!));
  furniture.attach(map, shown.hidden, scene.origin, () => 1);

  map.onTap((x, y) => {
    const lit = map.hit(evidence, x, y, shown.lit);
    if (lit >= 0) {
      choosePiece(open, lit - scene.evidenceStart[open]!);
      return;
    }
    const change = shown.hidden.has('changes') ? -1 : map.hit(changes, x, y);
    if (change < 0) return;
    openTab('pieces');
    chooseChange(change);
    all('[data-change]')[change]?.scrollIntoView({ block: 'center' });
  });
  const step = (by: number): void => {
    const rows = all('.verdict')
      .filter((row) => !row.hidden)
      .map((row) => Number(row.dataset.verdict));
    const next = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(open) + by))];
    if (next === undefined) return;
    openVerdict(next, true);
    $(`.verdict[data-verdict="${next}"] .head`).focus();
  };
  const piece = (by: number): void => {
    const count = shown.lit.length;
    if (open < 0 || count === 0) return;
    const now = shown.chosen < 0 ? -1 : shown.chosen - scene.evidenceStart[open]!;
    choosePiece(open, (now + by + count) % count);
  };
  furniture.keys({
    j: () => step(1),
    k: () => step(-1),
    n: () => piece(1),
    p: () => piece(-1),
    b: () => setSide(shown.side === 'maintained' ? 'filed' : 'maintained'),
    f: () => map.full(),
    Escape: () => {
      furniture.hideCard();
      openTab('');
    },
  });
  document.documentElement.dataset.ready = 'true';
}
