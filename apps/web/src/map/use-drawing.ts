import { useEffect, useRef } from 'react';
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw';
import { type DrawnPoint, pointsOf, setPoints } from './drawn-points.ts';
import { useStage } from './stage-context.ts';
import { PREFIX } from './use-overlay.ts';

export type DrawnKind = 'line' | 'polygon';

const modes = { line: 'linestring', polygon: 'polygon' } as const;

/**
 * Lets somebody draw on the map: a click sets a point, a double click or Enter ends, Esc ends with the points that were set, Backspace takes the last
 * one back. The library comes when it is first used.
 *
 * @param kind undefined: nothing is drawn
 * @param onPoints told of the points whenever they change; the last one follows the pointer until it is finished
 */
export function useDrawing(
  kind: DrawnKind | undefined,
  onPoints: (points: readonly DrawnPoint[], isFinished: boolean) => void,
): void {
  const { map } = useStage();
  const tell = useRef(onPoints);
  tell.current = onPoints;
  useEffect(() => {
    if (!kind) return;
    let draw: TerraDraw | undefined;
    let isGone = false;
    void startDrawing(map, kind).then((started) => {
      if (isGone) return started.stop();
      draw = started;
      draw.on('change', () => tell.current(pointsOf(shapeOf(started, kind)), false));
      draw.on('finish', () => tell.current(pointsOf(shapeOf(started, kind)), true));
    });
    const actOf = (key: string, drawing: TerraDraw): (() => void) | undefined => {
      if (key === 'Backspace') return () => drawing.undo();
      if (key === 'Escape' || key === 'Enter')
        return () => tell.current(setPoints(shapeOf(drawing, kind)), true);
      return undefined;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!draw || isField(event.target)) return;
      const act = actOf(event.key, draw);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    // Before the map and the page, which have other uses for these keys.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      isGone = true;
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      // The map itself may be gone, and with it what was drawn on it.
      if (map.style) draw?.stop();
    };
  }, [map, kind]);
}

async function startDrawing(map: object, kind: DrawnKind): Promise<TerraDraw> {
  const [library, { TerraDrawMapLibreGLAdapter }] = await Promise.all([
    import('terra-draw'),
    import('terra-draw-maplibre-gl-adapter'),
  ]);
  const { TerraDraw, TerraDrawLineStringMode, TerraDrawModeUndoRedo, TerraDrawPolygonMode } = library;
  const look = { closingPointColor: '#12262b', closingPointOutlineColor: '#ffffff' } as const;
  const mode =
    kind === 'line'
      ? new TerraDrawLineStringMode({
          keyEvents: null,
          styles: { ...look, lineStringColor: '#12262b', lineStringWidth: 2 },
        })
      : new TerraDrawPolygonMode({
          keyEvents: null,
          styles: {
            ...look,
            fillColor: '#00b8d4',
            fillOpacity: 0.15,
            outlineColor: '#12262b',
            outlineWidth: 2,
          },
        });
  const draw = new TerraDraw({
    // Named as an overlay, so that it outlives a change of the map's style.
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: `${PREFIX}draw`, coordinatePrecision: 9 }),
    modes: [mode],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  draw.start();
  draw.setMode(modes[kind]);
  return draw;
}

const shapeOf = (draw: TerraDraw, kind: DrawnKind): GeoJSONStoreFeatures | undefined =>
  draw.getSnapshot().find(({ properties }) => properties.mode === modes[kind]);

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role=dialog]') !== null;
