import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Look } from '../../map/look.ts';
import type { Shape } from '../desk/box-of.ts';
import { colourOf } from './paint-of.ts';
import style from './pictures.module.css';
import { type Frame, worldX, worldY } from './tile-frame.ts';
import { shapesQuery, type TileShape } from './tile-shapes.ts';

interface MiniPictureProps {
  readonly title: string;
  /** Address of the side. */
  readonly source: string;
  readonly look: Look | undefined;
  /** Codes of the layers, the lowest first. */
  readonly codes: readonly string[];
  readonly frame: Frame;
  readonly piece: Shape;
}

/** Pixels of the picture for one of the screen. */
const SHARPNESS = 2;
const [WIDTH, HEIGHT] = [140, 100];

/** One side of a piece, small: the layers around it and the piece over them. */
export function MiniPicture({ title, source, look, codes, frame, piece }: MiniPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { data: shapes } = useQuery(shapesQuery(source, codes, frame));
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const pen = penFor(context);
    pen.clear();
    for (const shape of shapes ?? []) pen.draw(shape, look);
    pen.light(piece, frame);
  }, [shapes, look, piece, frame]);
  return (
    <figure className={style.picture}>
      <canvas ref={canvas} width={WIDTH * SHARPNESS} height={HEIGHT * SHARPNESS} />
      <figcaption>{title}</figcaption>
    </figure>
  );
}

function penFor(context: CanvasRenderingContext2D) {
  const [width, height] = [WIDTH * SHARPNESS, HEIGHT * SHARPNESS];
  // The frame is a square; what is wider than high shows its middle.
  const top = (height - width) / 2;
  const trace = (rings: readonly ArrayLike<number>[]): void => {
    context.beginPath();
    for (const ring of rings) {
      for (let i = 0; i + 1 < ring.length; i += 2) {
        const [x, y] = [ring[i]! * width, top + ring[i + 1]! * width];
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
      context.closePath();
    }
  };
  return {
    clear(): void {
      context.fillStyle = '#f3f4f1';
      context.fillRect(0, 0, width, height);
    },
    draw({ layer, properties, rings }: TileShape, look: Look | undefined): void {
      for (const one of look?.layers ?? []) {
        if (one['source-layer'] !== layer) continue;
        const colour = colourOf(one.paint[`${one.type}-color`], properties);
        if (colour === undefined) continue;
        trace(rings);
        const opacity = one.paint[`${one.type}-opacity`];
        context.globalAlpha = typeof opacity === 'number' ? opacity : 1;
        context.fillStyle = colour;
        context.strokeStyle = colour;
        context.lineWidth = one.id.endsWith('outline') && one.paint['line-color'] === colour ? 3 : 1;
        if (one.type === 'fill') context.fill('evenodd');
        else context.stroke();
        context.globalAlpha = 1;
      }
    },
    light({ type, coordinates }: Shape, { x, y, size }: Frame): void {
      const flat = (ring: readonly (readonly number[])[]): number[] =>
        ring.flatMap(([lon, lat]) => [(worldX(lon!) - x) / size, (worldY(lat!) - y) / size]);
      const polygons = (
        type === 'MultiPolygon' ? coordinates : type === 'Polygon' ? [coordinates] : []
      ) as readonly (readonly (readonly (readonly number[])[])[])[];
      trace(polygons.flatMap((rings) => rings.map(flat)));
      context.fillStyle = 'rgba(0, 184, 212, 0.2)';
      context.strokeStyle = '#007c91';
      context.lineWidth = 3;
      context.fill('evenodd');
      context.stroke();
    },
  };
}
