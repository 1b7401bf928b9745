import type { PageLayer } from './decode.ts';

export interface Shown {
  /** Which side of the lines is drawn. */
  side: 'filed' | 'maintained' | 'both';
  hidden: Set<string>;
  /** Evidence features to be lit, and the one that is chosen. */
  lit: number[];
  chosen: number;
  /** A chosen change piece, or −1. */
  change: number;
}

export interface PageMap {
  readonly shown: Shown;
  redraw(): void;
  /** Flies to a box, with `room` times its size in sight and at most `most` pixels a metre. */
  fly(box: ArrayLike<number>, most?: number, room?: number): void;
  full(): void;
  zoom(factor: number): void;
  /** Feature of a layer under a point of the canvas, the smallest first; −1 for none. */
  hit(layer: PageLayer, x: number, y: number, among?: number[]): number;
  onMove(listener: (x: number, y: number) => void): void;
  onTap(listener: (x: number, y: number) => void): void;
  onView(listener: (metresPerPixel: number) => void): void;
}

/** The map on a canvas: land use, lines of both sides, changes, evidence. Runs in the page; self-contained. */
export function createMap(
  canvas: HTMLCanvasElement,
  scene: { layers: PageLayer[]; evidence: PageLayer; changes: PageLayer; colours: string[] },
  margin: () => { left: number; right: number; top: number; bottom: number },
): PageMap {
  const context = canvas.getContext('2d')!;
  const styles: Record<string, { line: string; fill: string; width: number }> = {
    CZKFBJ: { line: '#c2185b', fill: 'rgba(194,24,91,0.07)', width: 2 },
    STBHHX: { line: '#15803d', fill: 'rgba(21,128,61,0.12)', width: 1.8 },
    YJJBNTBHTB: { line: '#8a5a12', fill: 'rgba(138,90,18,0.06)', width: 0.9 },
  };
  const changeStyles: Record<number, { line: string; fill: string }> = {
    1: { line: '#0f766e', fill: 'rgba(15,118,110,0.5)' },
    2: { line: '#6d28d9', fill: 'rgba(109,40,217,0.32)' },
    3: { line: '#9a3412', fill: 'rgba(234,88,12,0.42)' },
  };
  const shown: Shown = { side: 'maintained', hidden: new Set(), lit: [], chosen: -1, change: -1 };
  const view = { x: 0, y: 0, scale: 1 };
  let width = 0;
  let height = 0;
  let ratio = 1;
  let frame = 0;
  let flight = 0;
  const moves: ((x: number, y: number) => void)[] = [];
  const taps: ((x: number, y: number) => void)[] = [];
  const views: ((metresPerPixel: number) => void)[] = [];

  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const layer of [...scene.layers, scene.changes]) {
    for (let i = 0; i < layer.boxes.length; i += 4) {
      if (layer.boxes[i]! > layer.boxes[i + 2]!) continue;
      bounds[0] = Math.min(bounds[0]!, layer.boxes[i]!);
      bounds[1] = Math.min(bounds[1]!, layer.boxes[i + 1]!);
      bounds[2] = Math.max(bounds[2]!, layer.boxes[i + 2]!);
      bounds[3] = Math.max(bounds[3]!, layer.boxes[i + 3]!);
    }
  }

  const transform = (): void => {
    const s = view.scale * ratio;
    context.setTransform(
      s,
      0,
      0,
      -s,
      (width / 2 - view.x * view.scale) * ratio,
      (height / 2 + view.y * view.scale) * ratio,
    );
  };

  /** Features whose box meets the window and is at least `least` pixels large. */
  const visible = (layer: PageLayer, least: number, draw: (f: number) => void): void => {
    const halfW = width / 2 / view.scale;
    const halfH = height / 2 / view.scale;
    const size = least / view.scale;
    const b = layer.boxes;
    for (let f = 0; f < layer.paths.length; f++) {
      const i = 4 * f;
      if (
        b[i]! > view.x + halfW ||
        b[i + 2]! < view.x - halfW ||
        b[i + 1]! > view.y + halfH ||
        b[i + 3]! < view.y - halfH
      )
        continue;
      if (b[i + 2]! - b[i]! < size && b[i + 3]! - b[i + 1]! < size) continue;
      draw(f);
    }
  };

  const drawLines = (layer: PageLayer, faded: boolean): void => {
    const style = styles[layer.code] ?? { line: '#444', fill: 'rgba(0,0,0,0.05)', width: 1 };
    context.globalAlpha = faded ? 0.45 : 1;
    context.fillStyle = style.fill;
    context.strokeStyle = style.line;
    // Seen from afar thousands of borders would run together: thinner the more metres a pixel stands for.
    context.lineWidth = (style.width * Math.min(1, Math.max(0.35, view.scale * 16))) / view.scale;
    context.setLineDash(faded ? [6 / view.scale, 4 / view.scale] : []);
    visible(layer, 0.7, (f) => {
      context.fill(layer.paths[f]!, 'evenodd');
      context.stroke(layer.paths[f]!);
    });
    context.setLineDash([]);
    context.globalAlpha = 1;
  };

  const light = (layer: PageLayer, f: number, line: string, fill: string, wide: number): void => {
    context.lineJoin = 'round';
    context.strokeStyle = 'rgba(255,255,255,0.95)';
    context.lineWidth = (wide + 4) / view.scale;
    context.stroke(layer.paths[f]!);
    context.strokeStyle = line;
    context.lineWidth = wide / view.scale;
    context.stroke(layer.paths[f]!);
    context.fillStyle = fill;
    context.fill(layer.paths[f]!, 'evenodd');
  };

  const draw = (): void => {
    frame = 0;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#f3f4f1';
    context.fillRect(0, 0, canvas.width, canvas.height);
    transform();
    for (const layer of scene.layers) {
      if (shown.hidden.has(layer.code) || layer.side !== 'base') continue;
      visible(layer, 0.6, (f) => {
        context.fillStyle = scene.colours[layer.classes[f]!]!;
        context.fill(layer.paths[f]!, 'evenodd');
      });
    }
    if (shown.lit.length > 0 && !shown.hidden.has('DLTB')) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = 'rgba(255,255,255,0.45)';
      context.fillRect(0, 0, canvas.width, canvas.height);
      transform();
    }
    for (const code of ['YJJBNTBHTB', 'STBHHX', 'CZKFBJ']) {
      for (const layer of scene.layers) {
        if (layer.code !== code || layer.side === 'base' || shown.hidden.has(code)) continue;
        if (shown.side !== 'both' && layer.side !== shown.side) continue;
        drawLines(layer, shown.side === 'both' && layer.side === 'filed');
      }
    }
    if (!shown.hidden.has('changes')) {
      visible(scene.changes, 0, (f) => {
        const style = changeStyles[scene.changes.classes[f]!]!;
        context.fillStyle = style.fill;
        context.fill(scene.changes.paths[f]!, 'evenodd');
        context.strokeStyle = style.line;
        context.lineWidth = 1.2 / view.scale;
        context.stroke(scene.changes.paths[f]!);
      });
    }
    for (const f of shown.lit)
      if (f !== shown.chosen) light(scene.evidence, f, '#0369a1', 'rgba(14,165,233,0.35)', 2);
    if (shown.change >= 0) light(scene.changes, shown.change, '#0f172a', 'rgba(250,204,21,0.55)', 2.5);
    if (shown.chosen >= 0) light(scene.evidence, shown.chosen, '#be123c', 'rgba(244,63,94,0.55)', 3);
    for (const listener of views) listener(1 / view.scale);
  };

  const redraw = (): void => {
    if (!frame) frame = requestAnimationFrame(draw);
  };

  const resize = (): void => {
    ratio = Math.min(window.devicePixelRatio || 1, 2);
    width = canvas.clientWidth;
    height = canvas.clientHeight;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    redraw();
  };

  const target = (
    box: ArrayLike<number>,
    most: number,
    room: number,
  ): { x: number; y: number; scale: number } => {
    const free = margin();
    const w = Math.max(80, width - free.left - free.right);
    const h = Math.max(80, height - free.top - free.bottom);
    const scale = Math.min(
      w / Math.max(1, (box[2]! - box[0]!) * room),
      h / Math.max(1, (box[3]! - box[1]!) * room),
      most,
    );
    const shiftX = (free.left - free.right) / 2 / scale;
    const shiftY = (free.top - free.bottom) / 2 / scale;
    return { x: (box[0]! + box[2]!) / 2 - shiftX, y: (box[1]! + box[3]!) / 2 + shiftY, scale };
  };

  const fly = (box: ArrayLike<number>, most = 1.5, room = 2.8): void => {
    if (!(box[0]! <= box[2]!)) return;
    cancelAnimationFrame(flight);
    const from = { ...view };
    const to = target(box, most, room);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      Object.assign(view, to);
      redraw();
      return;
    }
    const started = performance.now();
    const step = (now: number): void => {
      const t = Math.min(1, (now - started) / 450);
      const ease = t * t * (3 - 2 * t);
      view.scale = from.scale * (to.scale / from.scale) ** ease;
      // The point moves with what the zoom has covered, so that the flight looks straight.
      const moved =
        from.scale === to.scale ? ease : (1 / from.scale - 1 / view.scale) / (1 / from.scale - 1 / to.scale);
      view.x = from.x + (to.x - from.x) * moved;
      view.y = from.y + (to.y - from.y) * moved;
      draw();
      if (t < 1) flight = requestAnimationFrame(step);
    };
    flight = requestAnimationFrame(step);
  };

  const zoomAt = (factor: number, px: number, py: number): void => {
    cancelAnimationFrame(flight);
    const scale = Math.min(200, Math.max(0.0005, view.scale * factor));
    const wx = view.x + (px - width / 2) / view.scale;
    const wy = view.y - (py - height / 2) / view.scale;
    view.x = wx - (px - width / 2) / scale;
    view.y = wy + (py - height / 2) / scale;
    view.scale = scale;
    redraw();
  };

  const pointers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    travelled = 0;
    cancelAnimationFrame(flight);
  });
  canvas.addEventListener('pointermove', (event) => {
    for (const listener of moves)
      listener(
        view.x + (event.offsetX - width / 2) / view.scale,
        view.y - (event.offsetY - height / 2) / view.scale,
      );
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.offsetX, y: event.offsetY };
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const distance = (p: { x: number; y: number }): number => Math.hypot(p.x - other.x, p.y - other.y) || 1;
      zoomAt(distance(now) / distance(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
    } else {
      view.x -= (now.x - before.x) / view.scale;
      view.y += (now.y - before.y) / view.scale;
      redraw();
    }
    travelled += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    pointers.set(event.pointerId, now);
  });
  const lift = (event: PointerEvent): void => {
    if (pointers.delete(event.pointerId) && travelled < 5 && event.type === 'pointerup') {
      for (const listener of taps) listener(event.offsetX, event.offsetY);
    }
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.offsetX, event.offsetY);
    },
    { passive: false },
  );
  new ResizeObserver(resize).observe(canvas);
  resize();
  Object.assign(view, target(bounds, 2, 1.1));

  return {
    shown,
    redraw,
    fly,
    full: () => fly(bounds, 2, 1.1),
    zoom: (factor) => zoomAt(factor, width / 2, height / 2),
    hit: (layer, px, py, among) => {
      transform();
      let best = -1;
      let least = Infinity;
      for (const f of among ?? layer.paths.keys()) {
        const size =
          (layer.boxes[4 * f + 2]! - layer.boxes[4 * f]!) *
          (layer.boxes[4 * f + 3]! - layer.boxes[4 * f + 1]!);
        if (size >= least) continue;
        context.lineWidth = 8 / view.scale;
        if (
          context.isPointInPath(layer.paths[f]!, px * ratio, py * ratio, 'evenodd') ||
          context.isPointInStroke(layer.paths[f]!, px * ratio, py * ratio)
        ) {
          best = f;
          least = size;
        }
      }
      return best;
    },
    onMove: (listener) => moves.push(listener),
    onTap: (listener) => taps.push(listener),
    onView: (listener) => views.push(listener),
  };
}
