import { type Box, transformBetween, transformedBox } from '@tuheng/geometry';
import { CGCS2000, crsOf } from '@tuheng/standard';
import type { LayerTotal } from '@tuheng/store';

/** West, south, east, north in degrees; undefined where no layer has a place. */
export function lonLatBounds(layers: readonly LayerTotal[]): Box | undefined {
  const boxes = layers.flatMap(({ epsg, box }) =>
    box ? [transformedBox(box, transformBetween(crsOf(epsg)!, CGCS2000))] : [],
  );
  if (boxes.length === 0) return undefined;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}
