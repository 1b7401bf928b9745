import type { PageLayer } from './decode.ts';
import type { Pen } from './map.ts';

export interface ReviewShown {
  /** Which side of the lines is drawn. */
  side: 'filed' | 'maintained' | 'both';
  hidden: Set<string>;
  /** Evidence features to be lit, and the one that is chosen. */
  lit: number[];
  chosen: number;
  /** A chosen change piece, or −1. */
  change: number;
}

/** Draws the review: land use, lines of both sides, changes, evidence. Runs in the page; self-contained. */
export function createReviewPainter(
  scene: { layers: PageLayer[]; evidence: PageLayer; changes: PageLayer; colours: string[] },
  shown: ReviewShown,
): (pen: Pen) => void {
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

  const drawLines = ({ context, scale, visible }: Pen, layer: PageLayer, faded: boolean): void => {
    const style = styles[layer.code] ?? { line: '#444', fill: 'rgba(0,0,0,0.05)', width: 1 };
    context.globalAlpha = faded ? 0.45 : 1;
    context.fillStyle = style.fill;
    context.strokeStyle = style.line;
    // Seen from afar thousands of borders would run together: thinner the more metres a pixel stands for.
    context.lineWidth = (style.width * Math.min(1, Math.max(0.35, scale * 16))) / scale;
    context.setLineDash(faded ? [6 / scale, 4 / scale] : []);
    visible(layer, 0.7, (f) => {
      context.fill(layer.paths[f]!, 'evenodd');
      context.stroke(layer.paths[f]!);
    });
    context.setLineDash([]);
    context.globalAlpha = 1;
  };

  const light = (
    { context, scale }: Pen,
    layer: PageLayer,
    f: number,
    line: string,
    fill: string,
    wide: number,
  ): void => {
    context.lineJoin = 'round';
    context.strokeStyle = 'rgba(255,255,255,0.95)';
    context.lineWidth = (wide + 4) / scale;
    context.stroke(layer.paths[f]!);
    context.strokeStyle = line;
    context.lineWidth = wide / scale;
    context.stroke(layer.paths[f]!);
    context.fillStyle = fill;
    context.fill(layer.paths[f]!, 'evenodd');
  };

  return (pen) => {
    const { context, scale, visible, veil } = pen;
    for (const layer of scene.layers) {
      if (shown.hidden.has(layer.code) || layer.side !== 'base') continue;
      visible(layer, 0.6, (f) => {
        context.fillStyle = scene.colours[layer.classes[f]!]!;
        context.fill(layer.paths[f]!, 'evenodd');
      });
    }
    if (shown.lit.length > 0 && !shown.hidden.has('DLTB')) veil('rgba(255,255,255,0.45)');
    for (const code of ['YJJBNTBHTB', 'STBHHX', 'CZKFBJ']) {
      for (const layer of scene.layers) {
        if (layer.code !== code || layer.side === 'base' || shown.hidden.has(code)) continue;
        if (shown.side !== 'both' && layer.side !== shown.side) continue;
        drawLines(pen, layer, shown.side === 'both' && layer.side === 'filed');
      }
    }
    if (!shown.hidden.has('changes')) {
      visible(scene.changes, 0, (f) => {
        const style = changeStyles[scene.changes.classes[f]!]!;
        context.fillStyle = style.fill;
        context.fill(scene.changes.paths[f]!, 'evenodd');
        context.strokeStyle = style.line;
        context.lineWidth = 1.2 / scale;
        context.stroke(scene.changes.paths[f]!);
      });
    }
    for (const f of shown.lit)
      if (f !== shown.chosen) light(pen, scene.evidence, f, '#0369a1', 'rgba(14,165,233,0.35)', 2);
    if (shown.change >= 0) light(pen, scene.changes, shown.change, '#0f172a', 'rgba(250,204,21,0.55)', 2.5);
    if (shown.chosen >= 0) light(pen, scene.evidence, shown.chosen, '#be123c', 'rgba(244,63,94,0.55)', 3);
  };
}
