import type { StyleSpecification } from 'maplibre-gl';
import { createPane } from '../../map/pane.ts';
import { type MapView, toPlace } from './mercator.ts';

/** Pixels of a side of a tile: what every graphics card draws at once. */
const MOST = 4096;

/**
 * Draws a map that nobody sees, as fine as paper needs it; in several pieces where it is larger than a graphics card takes at once.
 *
 * @param density pixels of the picture for one of CSS
 */
export async function drawMap(
  style: StyleSpecification,
  view: MapView,
  density: number,
): Promise<HTMLCanvasElement> {
  const picture = document.createElement('canvas');
  picture.width = Math.round(view.width * density);
  picture.height = Math.round(view.height * density);
  const pen = picture.getContext('2d')!;
  const [columns, rows] = [Math.ceil(picture.width / MOST), Math.ceil(picture.height / MOST)];
  const [width, height] = [Math.ceil(view.width / columns), Math.ceil(view.height / rows)];
  const room = document.createElement('div');
  Object.assign(room.style, {
    position: 'fixed',
    left: '-20000px',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(room);
  const map = createPane(room, {
    style,
    center: [view.lon, view.lat],
    zoom: view.zoom,
    pixelRatio: density,
    interactive: false,
    maxCanvasSize: [MOST + 64, MOST + 64],
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  try {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const [x, y] = [column * width, row * height];
        const [lon, lat] = toPlace(view, x + width / 2, y + height / 2);
        const drawn = map.once('idle');
        map.jumpTo({ center: [lon, lat], zoom: view.zoom });
        map.triggerRepaint();
        await drawn;
        pen.drawImage(map.getCanvas(), Math.round(x * density), Math.round(y * density));
      }
  } finally {
    map.remove();
    room.remove();
  }
  return picture;
}
