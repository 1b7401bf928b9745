import { useEffect } from 'react';
import { useStage } from '../map/stage-context.ts';
import { useModel } from './model-context.ts';

/** A click on a map asks what is there. */
export function AskHere() {
  const { map, before } = useStage();
  const { change } = useModel();
  useEffect(() => {
    const ask = ({ lngLat }: { readonly lngLat: { readonly lng: number; readonly lat: number } }): void =>
      change({ point: [lngLat.lng, lngLat.lat], feature: undefined });
    const maps = [map, ...(before ? [before] : [])];
    for (const one of maps) {
      one.on('click', ask);
      one.getCanvas().style.cursor = 'crosshair';
    }
    return () => {
      for (const one of maps) {
        one.off('click', ask);
        one.getCanvas().style.cursor = '';
      }
    };
  }, [map, before, change]);
  return null;
}
