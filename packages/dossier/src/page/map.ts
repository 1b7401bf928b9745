import type { PageLayer } from './decode.ts';

/** What a painter draws with: the canvas in plane metres (y up), as the window shows it. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  /** Pixels a metre. */
  readonly scale: number;
  /** Middle of the window, metres. */
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Features whose box meets the window and is at least `least` pixels large. */
  visible(layer: PageLayer, least: number, draw: (f: number) => void): void;
  /** Covers all that was drawn so far. */
  veil(colour: string): void;
  /** Until the next call the context is in pixels of the window, y down; then in metres again. */
  inPixels(draw: () => void): void;
}

export interface MapOptions {
  /** What the full view shows: minX, minY, maxX, maxY. */
  readonly bounds: ArrayLike<number>;
  /** Most pixels a metre. */
  readonly closest: number;
  /** Nothing is shown larger than if it were this large, metres. */
  readonly smallest: number;
  margin(): { left: number; right: number; top: number; bottom: number };
  paint(pen: Pen): void;
}

export interface PageMap {
  redraw(): void;
  /** Flies to a box, with `room` times its size in sight and at most `most` pixels a metre. */
  fly(box: ArrayLike<number>, most?: number, room?: number): void;
  full(): void;
  zoom(factor: number): void;
  /** Metres of a point of the canvas. */
  at(x: number, y: number): [x: number, y: number];
  /** Pixels a metre. */
  scale(): number;
  /** Feature of a layer under a point of the canvas, the smallest first; −1 for none. */
  hit(layer: PageLayer, x: number, y: number, among?: number[]): number;
  onMove(listener: (x: number, y: number) => void): void;
  onTap(listener: (x: number, y: number) => void): void;
  onView(listener: (metresPerPixel: number) => void): void;
}

/** The map on a canvas: the window on the plane, and how it moves. What is in it, the painter draws. Runs in the page; self-contained. */
export function createMap(canvas: HTMLCanvasElement, options: MapOptions): PageMap {
  const context = canvas.getContext('2d')!;
  const { bounds, closest, smallest, margin } = options;
  const view = { x: 0, y: 0, scale: 1 };
  let width = 0;
  let height = 0;
  let ratio = 1;
  let frame = 0;
  let flight = 0;
  const moves: ((x: number, y: number) => void)[] = [];
  const taps: ((x: number, y: number) => void)[] = [];
  const views: ((metresPerPixel: number) => void)[] = [];

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

  const draw = (): void => {
    frame = 0;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#f3f4f1';
    context.fillRect(0, 0, canvas.width, canvas.height);
    transform();
    options.paint({
      context,
      scale: view.scale,
      x: view.x,
      y: view.y,
      width,
      height,
      visible,
      veil: (colour) => {
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.fillStyle = colour;
        context.fillRect(0, 0, canvas.width, canvas.height);
        transform();
      },
      inPixels: (paint) => {
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        paint();
        transform();
      },
    });
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
      w / Math.max(smallest, (box[2]! - box[0]!) * room),
      h / Math.max(smallest, (box[3]! - box[1]!) * room),
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
    const scale = Math.min(closest, Math.max(0.0005, view.scale * factor));
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
    redraw,
    fly,
    full: () => fly(bounds, 2, 1.1),
    zoom: (factor) => zoomAt(factor, width / 2, height / 2),
    at: (px, py) => [view.x + (px - width / 2) / view.scale, view.y - (py - height / 2) / view.scale],
    scale: () => view.scale,
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
