import { type FlowPicture, flowPicture, type MatrixRow } from '@tuheng/maintenance';
import { classColour, className } from '../class-look.ts';
import { areaText } from '../format.ts';
import { type Html, html } from '../html.ts';

const WIDTH = 720;
const HEIGHT = 260;
/** Room for names at either side. */
const NAMES = 200;

/** What became what of a layer as flows; the table beside it has the same figures. */
export function flowSection(layer: string, title: string, rows: readonly MatrixRow[]): Html | false {
  const picture = flowPicture(rows, WIDTH, HEIGHT, NAMES);
  if (!picture) return false;
  return html`<figure class="flow"><svg viewBox="0 0 ${picture.width} ${picture.height}" role="img" aria-label="${title}用途转换流向">
    ${picture.ribbons.map(
      ({ from, to, area, path }) =>
        html`<path d="${path}" fill="${classColour(layer, from)}" class="ribbon"><title>${className(layer, from)} → ${className(layer, to)} ${areaText(area)}</title></path>`,
    )}
    ${picture.nodes.map((node) => nodeOf(layer, node, picture))}
  </svg></figure>`;
}

function nodeOf(
  layer: string,
  node: FlowPicture['nodes'][number],
  { left, right, nodeWidth }: FlowPicture,
): Html {
  const isLeft = node.side === 'from';
  const x = isLeft ? left : right;
  return html`<rect x="${x}" y="${node.y}" width="${nodeWidth}" height="${Math.max(node.height, 0.5)}" fill="${classColour(layer, node.code)}" class="node"/>
    <text x="${isLeft ? x - 6 : x + nodeWidth + 6}" y="${node.nameY}" text-anchor="${isLeft ? 'end' : 'start'}">${className(layer, node.code)} <tspan class="area">${areaText(node.area)}</tspan></text>`;
}
