import type { PageLayer } from './decode.ts';
import type { PagePlaces } from './decode-places.ts';
import type { Pen } from './map.ts';

export interface InspectionShown {
  hidden: Set<string>;
  /** Findings drawn as dots: those of the rules in the list. */
  all: number[];
  /** Findings of the open rule, drawn as they are. */
  lit: number[];
  /** −1 for none. */
  chosen: number;
}

/**
 * Draws the delivered layers, the findings, and around the chosen one the delivered borders vertex by vertex. Faults are drawn in pixels
 * of the window, computed here in double precision: the canvas itself has only single, which is a centimetre over a county. Runs in the
 * page; self-contained.
 */
export function createInspectionPainter(
  scene: { layers: PageLayer[]; colours: string[]; places: PagePlaces },
  severities: ('error' | 'warning' | 'info')[],
  shown: InspectionShown,
): (pen: Pen) => void {
  const lines: Record<string, string> = {
    CZKFBJ: '#c2185b',
    STBHHX: '#15803d',
    YJJBNTBHTB: '#8a5a12',
    XZQ: '#475569',
  };
  const colours = { error: '#c62828', warning: '#b45309', info: '#1d4ed8' };
  /** The simplified ground is true to two metres: it fades where that shows. Pixels a metre. */
  const FADES_FROM = 8;
  const GONE_AT = 40;
  const { kinds, parts, boxes, borders } = scene.places;

  const project = ({ x, y, scale, width, height }: Pen, px: number, py: number): [number, number] => [
    (px - x) * scale + width / 2,
    height / 2 - (py - y) * scale,
  ];

  /** Vertices in pixels, cut to the window with room where they go far beyond it. */
  const outline = (pen: Pen, xy: Float64Array, closed: boolean): number[][] => {
    const points: number[] = [];
    let isFar = false;
    for (let i = 0; i < xy.length; i += 2) {
      const [px, py] = project(pen, xy[i]!, xy[i + 1]!);
      points.push(px, py);
      isFar ||= Math.abs(px) > 30_000 || Math.abs(py) > 30_000;
    }
    if (!isFar) return [closed ? [...points, points[0]!, points[1]!] : points];
    return closed ? [clipRing(pen, points)] : clipLine(pen, points);
  };

  const clipRing = ({ width, height }: Pen, points: number[]): number[] => {
    const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
      [0, -60, 1],
      [0, width + 60, -1],
      [1, -60, 1],
      [1, height + 60, -1],
    ];
    let ring = points;
    for (const [axis, limit, sign] of sides) {
      const cut: number[] = [];
      for (let i = 0; i < ring.length; i += 2) {
        const j = (i + 2) % ring.length;
        const a = (ring[i + axis]! - limit) * sign;
        const b = (ring[j + axis]! - limit) * sign;
        if (a >= 0) cut.push(ring[i]!, ring[i + 1]!);
        if (a >= 0 === b >= 0) continue;
        const t = a / (a - b);
        cut.push(ring[i]! + t * (ring[j]! - ring[i]!), ring[i + 1]! + t * (ring[j + 1]! - ring[i + 1]!));
      }
      ring = cut;
    }
    return ring.length > 0 ? [...ring, ring[0]!, ring[1]!] : ring;
  };

  const clipLine = ({ width, height }: Pen, points: number[]): number[][] => {
    const pieces: number[][] = [];
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [x0, y0, x1, y1] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
      let from = 0;
      let to = 1;
      for (const [p, q] of [
        [x0 - x1, x0 + 60],
        [x1 - x0, width + 60 - x0],
        [y0 - y1, y0 + 60],
        [y1 - y0, height + 60 - y0],
      ] as const) {
        if (p < 0) from = Math.max(from, q / p);
        else if (p > 0) to = Math.min(to, q / p);
        else if (q < 0) to = -1;
      }
      if (from <= to) {
        pieces.push([x0 + from * (x1 - x0), y0 + from * (y1 - y0), x0 + to * (x1 - x0), y0 + to * (y1 - y0)]);
      }
    }
    return pieces;
  };

  const trace = (pen: Pen, of: readonly Float64Array[], closed: boolean): void => {
    pen.context.beginPath();
    for (const xy of of) {
      for (const line of outline(pen, xy, closed)) {
        for (let i = 0; i < line.length; i += 2) {
          if (i === 0) pen.context.moveTo(line[0]!, line[1]!);
          else pen.context.lineTo(line[i]!, line[i + 1]!);
        }
      }
    }
  };

  /** A sign whose form tells the severity: a disc, a square, a triangle. */
  const mark = (
    { context }: Pen,
    x: number,
    y: number,
    severity: 'error' | 'warning' | 'info',
    r: number,
    fill = colours[severity],
  ): void => {
    context.beginPath();
    if (severity === 'error') context.arc(x, y, r, 0, 2 * Math.PI);
    else if (severity === 'warning') context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    else {
      context.moveTo(x, y - r * 1.15);
      context.lineTo(x + r * 1.1, y + r * 0.8);
      context.lineTo(x - r * 1.1, y + r * 0.8);
      context.closePath();
    }
    context.lineWidth = 1.5;
    context.strokeStyle = '#fff';
    context.fillStyle = fill;
    context.fill();
    context.stroke();
  };

  const isInView = (pen: Pen, i: number): boolean => {
    const [left, top] = project(pen, boxes[4 * i]!, boxes[4 * i + 3]!);
    const [right, bottom] = project(pen, boxes[4 * i + 2]!, boxes[4 * i + 1]!);
    return right >= -20 && left <= pen.width + 20 && bottom >= -20 && top <= pen.height + 20;
  };
  const middle = (pen: Pen, i: number): [number, number] =>
    project(pen, (boxes[4 * i]! + boxes[4 * i + 2]!) / 2, (boxes[4 * i + 1]! + boxes[4 * i + 3]!) / 2);
  const sizeOf = ({ scale }: Pen, i: number): number =>
    Math.max(boxes[4 * i + 2]! - boxes[4 * i]!, boxes[4 * i + 3]! - boxes[4 * i + 1]!) * scale;

  const drawGround = (pen: Pen): void => {
    const { context, scale, visible } = pen;
    const fade = (GONE_AT - scale) / (GONE_AT - FADES_FROM);
    if (fade <= 0) return;
    context.globalAlpha = Math.min(1, fade);
    for (const layer of scene.layers) {
      if (shown.hidden.has(layer.code) || layer.side !== 'fill') continue;
      context.strokeStyle = 'rgba(51,65,85,0.35)';
      context.lineWidth = 0.7 / scale;
      visible(layer, 0.6, (f) => {
        context.fillStyle = scene.colours[layer.classes[f]!]!;
        context.fill(layer.paths[f]!, 'evenodd');
        if (scale > 0.05) context.stroke(layer.paths[f]!);
      });
    }
    context.globalAlpha = 1;
    if (shown.lit.length > 0 || shown.chosen >= 0) pen.veil('rgba(255,255,255,0.5)');
    context.globalAlpha = Math.min(1, fade);
    for (const layer of scene.layers) {
      if (shown.hidden.has(layer.code) || layer.side === 'fill') continue;
      context.strokeStyle = lines[layer.code] ?? '#64748b';
      context.lineWidth = (1.6 * Math.min(1, Math.max(0.4, scale * 16))) / scale;
      // Thousands of small zones seen from afar would hide the ground and the findings.
      const faint = layer.code in lines ? 1 : Math.min(1, 0.3 + scale * 5);
      context.globalAlpha = Math.min(1, fade) * faint;
      visible(layer, 0.7, (f) => context.stroke(layer.paths[f]!));
    }
    context.globalAlpha = 1;
  };

  /** All findings of the list as dots; one for what falls on the same pixels. */
  const drawDots = (pen: Pen): void => {
    const taken = new Set<number>();
    for (const i of shown.all) {
      if (kinds[i] === 'none' || !isInView(pen, i)) continue;
      const [x, y] = middle(pen, i);
      const cell = Math.round(x / 5) * 65_536 + Math.round(y / 5);
      if (taken.has(cell)) continue;
      taken.add(cell);
      mark(pen, x, y, severities[i]!, 4);
    }
  };

  const drawPlace = (pen: Pen, i: number, isChosen: boolean): void => {
    const { context } = pen;
    const colour = isChosen ? '#be123c' : colours[severities[i]!];
    const kind = kinds[i]!;
    const size = sizeOf(pen, i);
    // Between vertices that are drawn themselves the ring around the place is enough.
    const isBare = isChosen && pen.scale >= 6 && borders[i]!.length > 0;
    if (kind === 'point' && !isBare) {
      for (const [px, py] of parts[i]!) {
        const [x, y] = project(pen, px!, py!);
        mark(pen, x, y, severities[i]!, isChosen ? 6 : 5, colour);
      }
    } else if (kind !== 'point' && (size >= 6 || isChosen)) {
      trace(pen, parts[i]!, kind === 'polygon');
      context.lineJoin = 'round';
      context.lineCap = 'round';
      if (kind === 'polygon') {
        context.fillStyle = isChosen ? 'rgba(244,63,94,0.35)' : `${colour}44`;
        context.fill('evenodd');
      }
      context.strokeStyle = 'rgba(255,255,255,0.95)';
      context.lineWidth = isChosen ? 6 : 4;
      context.stroke();
      context.strokeStyle = colour;
      context.lineWidth = isChosen ? 2.5 : 1.8;
      context.stroke();
    }
    const [x, y] = middle(pen, i);
    if (kind !== 'point' && size < 14) mark(pen, x, y, severities[i]!, isChosen ? 6 : 4.5, colour);
    if (!isChosen || size > 40) return;
    for (const [stroke, wide] of [
      ['rgba(255,255,255,0.95)', 5],
      ['#be123c', 2],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 18, 0, 2 * Math.PI);
      context.strokeStyle = stroke;
      context.lineWidth = wide;
      context.stroke();
    }
  };

  const drawBorders = (pen: Pen, i: number): void => {
    const { context, scale } = pen;
    if (scale < 1) return;
    const styles = {
      rest: { line: '#64748b', wide: 1, dash: [2, 3] },
      other: { line: '#0369a1', wide: 1.8, dash: [7, 4] },
      own: { line: '#0f172a', wide: 1.8, dash: [] },
    };
    for (const kind of ['rest', 'other', 'own'] as const) {
      const near = borders[i]!.filter((border) => border.of === kind).map(({ line }) => line);
      const { line, wide, dash } = styles[kind];
      trace(pen, near, false);
      context.strokeStyle = line;
      context.lineWidth = wide;
      context.setLineDash(dash);
      context.stroke();
      context.setLineDash([]);
      if (scale < 6) continue;
      for (const xy of near) {
        for (let v = 0; v < xy.length; v += 2) {
          const [x, y] = project(pen, xy[v]!, xy[v + 1]!);
          if (x < -20 || y < -20 || x > pen.width + 20 || y > pen.height + 20) continue;
          context.beginPath();
          // One vertex may lie on another: a filled square inside an open ring still shows both.
          if (kind === 'own') context.rect(x - 3, y - 3, 6, 6);
          else context.arc(x, y, kind === 'other' ? 7 : 3, 0, 2 * Math.PI);
          context.fillStyle = kind === 'own' ? line : '#fff';
          if (kind !== 'other') context.fill();
          context.strokeStyle = line;
          context.lineWidth = kind === 'other' ? 2 : 1;
          context.stroke();
        }
      }
    }
  };

  return (pen) => {
    drawGround(pen);
    pen.inPixels(() => {
      if (shown.lit.length === 0) drawDots(pen);
      for (const i of shown.lit) {
        if (i !== shown.chosen && kinds[i] !== 'none' && isInView(pen, i)) drawPlace(pen, i, false);
      }
      if (shown.chosen < 0 || kinds[shown.chosen] === 'none') return;
      if (kinds[shown.chosen] === 'point') {
        drawPlace(pen, shown.chosen, true);
        drawBorders(pen, shown.chosen);
      } else {
        drawBorders(pen, shown.chosen);
        drawPlace(pen, shown.chosen, true);
      }
    });
  };
}
